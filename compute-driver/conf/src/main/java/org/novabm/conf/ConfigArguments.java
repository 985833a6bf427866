package org.novabm.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --config-file} and {@code --config-dir}; a picocli mixin. What stands later wins. */
public final class ConfigArguments {

  /** One of the two, so that picocli keeps the order in which they were mixed. */
  static final class Source {

    @Option(
        names = {"--config-file", "--flagfile"},
        paramLabel = "FILE",
        description = "Configuration file; may be repeated, later ones win.")
    @Nullable Path file;

    @Option(
        names = "--config-dir",
        paramLabel = "FOLDER",
        description = "Folder of *.conf files, read in the order of their names.")
    @Nullable Path folder;

    List<Path> paths() {
      if (file != null) {
        return List.of(home(file));
      }
      return folder == null ? List.of() : ConfigSearch.confFiles(home(folder));
    }

    /** A shell leaves {@code --config-file=~/x} as it is; oslo.config does not. */
    private static Path home(Path path) {
      return path.startsWith("~")
          ? Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(path))
          : path;
    }
  }

  @ArgGroup(multiplicity = "0..*")
  private List<Source> sources = new ArrayList<>();

  /**
   * Reads what was asked for. The usual files are read when no {@code --config-file} was given, and
   * the usual folders when no {@code --config-dir} was; they come first.
   *
   * @throws ConfigException when one is missing or cannot be understood
   */
  public List<NovaConfFile> read(ConfigSearch search) {
    boolean noFile = sources.stream().allMatch(source -> source.file == null);
    boolean noFolder = sources.stream().allMatch(source -> source.folder == null);
    return Stream.of(
            noFile ? search.files().stream() : Stream.<Path>empty(),
            noFolder ? search.folderFiles().stream() : Stream.<Path>empty(),
            sources.stream().flatMap(source -> source.paths().stream()))
        .flatMap(paths -> paths)
        .map(NovaConfFile::read)
        .toList();
  }
}
