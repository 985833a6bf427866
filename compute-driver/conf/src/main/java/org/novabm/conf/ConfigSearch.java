package org.novabm.conf;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where oslo.config looks when it is told nothing: {@code nova.conf} and {@code PROGRAM.conf}, each
 * in the first folder that has it, and {@code *.conf} in {@code nova.conf.d} and {@code
 * PROGRAM.conf.d}.
 *
 * @param folders searched in this order
 */
public record ConfigSearch(List<Path> folders, String program) {

  public ConfigSearch {
    folders = List.copyOf(folders);
  }

  /** The usual folders: {@code ~/.nova}, {@code ~}, {@code /etc/nova}, {@code /etc}. */
  public static ConfigSearch of(String program) {
    Path home = Path.of(System.getProperty("user.home"));
    return new ConfigSearch(
        List.of(home.resolve(".nova"), home, Path.of("/etc/nova"), Path.of("/etc")), program);
  }

  List<Path> files() {
    return found(".conf");
  }

  List<Path> folderFiles() {
    return found(".conf.d").stream().flatMap(folder -> confFiles(folder).stream()).toList();
  }

  private List<Path> found(String ending) {
    return Stream.of("nova", program)
        .distinct()
        .flatMap(
            name ->
                folders.stream()
                    .map(folder -> folder.resolve(name + ending))
                    .filter(Files::exists)
                    .findFirst()
                    .stream())
        .toList();
  }

  /**
   * The {@code *.conf} files of a folder by name, hidden ones left out.
   *
   * @throws ConfigException when there is no such folder, or it cannot be listed
   */
  static List<Path> confFiles(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "[!.]*.conf")) {
      all.forEach(files::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new ConfigException(
          new Origin(folder.toString(), 0), "no such folder; look at --config-dir", e);
    } catch (IOException e) {
      throw new ConfigException(
          new Origin(folder.toString(), 0), "cannot be listed (" + e + "); look at its mode", e);
    }
    files.sort(Comparator.comparing(Path::toString));
    return files;
  }
}
