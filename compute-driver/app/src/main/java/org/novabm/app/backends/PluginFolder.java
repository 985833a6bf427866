package org.novabm.app.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The folder whose jars hold back ends of others. What is in them runs with all the rights of this
 * process, so nobody but its owner and root may be able to put something there.
 */
final class PluginFolder {

  private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private PluginFolder() {}

  /**
   * Our own class loader, with the folder's jars behind it; a folder that is not there, or empty,
   * holds none.
   *
   * @throws IllegalStateException when others than this account and root may change the folder or a
   *     jar
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
          // a link may point to a place that others can write
          refuseOthers(jar.toRealPath());
          jars.add(jar.toUri().toURL());
        }
        if (!jars.isEmpty()) {
          refuseOthers(folder.toRealPath());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("plug-in folder " + folder + " cannot be read", e);
      }
    }
    return jars;
  }

  private static void refuseOthers(Path path) throws IOException {
    PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class);
    if (!Collections.disjoint(found.permissions(), WRITE_OF_OTHERS)) {
      throw new IllegalStateException(
          "plug-ins are not loaded, because others may write to %s; run: chmod go-w %s"
              .formatted(path, path));
    }
    UserPrincipal owner = found.owner();
    if (!owner.equals(own()) && !owner.getName().equals("root")) {
      throw new IllegalStateException(
          "plug-ins are not loaded, because %s belongs to %s; run: chown root %s"
              .formatted(path, owner.getName(), path));
    }
  }

  /** Whom the kernel takes this process for, whatever {@code user.name} says. */
  private static UserPrincipal own() throws IOException {
    return Files.getOwner(Path.of("/proc/self"));
  }
}
