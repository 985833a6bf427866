package org.novabm.app.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder whose jars hold back ends of others. */
final class PluginFolder {

  private PluginFolder() {}

  /**
   * Our own class loader, with the folder's jars behind it; a folder that is not there holds none.
   */
  static ClassLoader loader(Path folder) {
    ClassLoader own = PluginFolder.class.getClassLoader();
    List<URL> jars = jars(folder);
    return jars.isEmpty() ? own : new URLClassLoader("plug-ins", jars.toArray(URL[]::new), own);
  }

  private static List<URL> jars(Path folder) {
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : entries) {
          jars.add(jar.toUri().toURL());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("plug-in folder " + folder + " cannot be read", e);
      }
    }
    return jars;
  }
}
