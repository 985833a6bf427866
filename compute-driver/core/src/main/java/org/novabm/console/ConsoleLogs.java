package org.novabm.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcSecrets;
import org.novabm.node.Node;
import org.novabm.node.Occupant;

/**
 * The logs of all consoles, a folder a machine. Each instance has a log of its own, for nobody may
 * read what the one before said; the one before the last is removed.
 */
public final class ConsoleLogs {

  private static final String YOUNGER = ".log";
  private static final String OLDER = ".log.1";

  private final Path folder;
  private final long most;
  private final BmcSecrets secrets;

  /**
   * Logs below a folder.
   *
   * @param most bytes kept of one instance's console
   * @param secrets what is kept out of them
   */
  public ConsoleLogs(Path folder, long most, BmcSecrets secrets) {
    this.folder = folder;
    this.most = most;
    this.secrets = secrets;
  }

  /** The log of the instance on the node, to be gone on with. */
  ConsoleLog of(Node node, Occupant occupant) {
    removeOld(node, occupant.instance());
    return new ConsoleLog(
        file(node, occupant.instance(), YOUNGER),
        file(node, occupant.instance(), OLDER),
        most,
        new SecretMask(List.of(secrets.open(node.id()).password())));
  }

  /**
   * The end of what an instance's console said.
   *
   * @param lines at most so many; 0 and less for all
   * @return null when nothing was recorded
   */
  public @Nullable String tail(Node node, UUID instance, int lines) {
    String both = text(file(node, instance, OLDER)) + text(file(node, instance, YOUNGER));
    return both.isEmpty() ? null : last(both, lines);
  }

  /** The instance whose console was recorded last, or null. */
  public @Nullable UUID lastInstance(Node node) {
    return logs(node).stream()
        .max(Comparator.comparingLong(ConsoleLogs::written))
        .map(ConsoleLogs::instanceOf)
        .orElse(null);
  }

  private static String last(String text, int lines) {
    int from = text.length();
    if (lines <= 0) {
      return text;
    }
    if (text.endsWith("\n")) {
      from--;
    }
    for (int left = lines; left > 0 && from > 0; left--) {
      from = text.lastIndexOf('\n', from - 1);
    }
    return text.substring(from + 1);
  }

  private void removeOld(Node node, UUID present) {
    List<Path> others =
        logs(node).stream()
            .filter(log -> !instanceOf(log).equals(present))
            .sorted(Comparator.comparingLong(ConsoleLogs::written))
            .toList();
    others.stream().limit(Math.max(0, others.size() - 1)).forEach(log -> remove(node, log));
  }

  private void remove(Node node, Path log) {
    try {
      Files.deleteIfExists(log);
      Files.deleteIfExists(file(node, instanceOf(log), OLDER));
    } catch (IOException e) {
      throw new UncheckedIOException("an old console log cannot be removed", e);
    }
  }

  private List<Path> logs(Node node) {
    Path place = folder.resolve(node.uuid().toString());
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(YOUNGER)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the console logs cannot be listed", e);
    }
  }

  private Path file(Node node, UUID instance, String ending) {
    return folder.resolve(node.uuid().toString()).resolve(instance + ending);
  }

  private static UUID instanceOf(Path log) {
    String name = log.getFileName().toString();
    return UUID.fromString(name.substring(0, name.length() - YOUNGER.length()));
  }

  private static long written(Path log) {
    try {
      return Files.getLastModifiedTime(log).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException("a console log cannot be looked at", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("a console log cannot be read: " + e.getMessage(), e);
    }
  }
}
