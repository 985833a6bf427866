package org.novabm.rack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.novabm.rack.machine.NodeFolder;
import org.novabm.rack.network.JunosFolder;
import org.novabm.rack.process.RackException;

/**
 * Where a rack keeps its files.
 *
 * @param path absolute
 */
public record RackFolder(Path path) {

  private static final List<String> OURS =
      List.of("rack.json", "ovs", "switch", "dhcp", "nodes", "bmc-hook.sh");

  /** What the rack is. */
  public Path file() {
    return path.resolve("rack.json");
  }

  /** The lock that {@code up} and {@code down} hold. */
  Path lock() {
    return path.resolve("rack.lock");
  }

  /** The files of node {@code number}. */
  public NodeFolder node(int number) {
    return new NodeFolder(path.resolve("nodes/node" + number));
  }

  /** The management socket of the rack's switch. */
  public Path switchSocket() {
    return path.resolve("ovs/db.sock");
  }

  /** The files of a simulated Junos. */
  public JunosFolder junos() {
    return new JunosFolder(path.resolve("switch"));
  }

  /** The log of the DHCP server on the leg with the given label. */
  public Path dhcpLog(String leg) {
    return path.resolve("dhcp").resolve(leg + ".log");
  }

  /** Deletes everything the rack wrote; what others put into the folder stays. */
  void clear(Logs logs) {
    try {
      for (String name : OURS) {
        clear(path.resolve(name), logs);
      }
      Files.deleteIfExists(lock());
    } catch (IOException | UncheckedIOException e) {
      throw new RackException("cannot delete the files in " + path, e);
    }
  }

  private static void clear(Path top, Logs logs) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(top)) {
      for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isDirectory(one) ? isEmpty(one) : !kept(one, logs)) {
          Files.delete(one);
        }
      }
    }
  }

  private static boolean kept(Path file, Logs logs) {
    return logs == Logs.KEEP && file.toString().endsWith(".log");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
