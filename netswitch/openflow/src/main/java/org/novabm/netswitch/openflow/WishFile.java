package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.spi.BackendException;

/**
 * What a switch is to hold, port by port, as we made it last: so that one that lost its flows,
 * perhaps together with us, gets them back. Ports are kept by name, for their numbers may change.
 * Without a folder it is kept for as long as this process lives.
 */
final class WishFile {

  private final DatapathId id;
  private final @Nullable Path file;
  private final SortedMap<String, Wish> wishes = new TreeMap<>();
  private boolean known;

  WishFile(@Nullable Path folder, DatapathId id) {
    this.id = id;
    this.file = folder == null ? null : file(folder, id);
    if (file != null && Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] words = line.split(" ", 2);
          wishes.put(words[0], Wish.parse(words[1]));
        }
        known = true;
      } catch (IOException e) {
        throw refused("cannot be read", e);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw refused("cannot be understood; delete it to believe the switch's own flows", e);
      }
    }
  }

  /** Something was made of this switch, by whatever process. */
  static boolean exists(@Nullable Path folder, DatapathId id) {
    return folder != null && Files.exists(file(folder, id));
  }

  private static Path file(Path folder, DatapathId id) {
    return folder.resolve("openflow-" + id + ".ports");
  }

  /** What the ports that there are shall carry; null when nothing was ever made of this switch. */
  @Nullable Membership read(Map<Integer, String> ports, Collection<Integer> uplinks) {
    if (!known) {
      return null;
    }
    Membership wanted = Membership.none(uplinks);
    for (Map.Entry<Integer, String> port : ports.entrySet()) {
      Wish wish = wishes.get(port.getValue());
      if (wish != null) {
        wanted =
            wanted
                .with(Map.of(port.getKey(), wish.mode()))
                .admitting(port.getKey(), wish.admitted());
      }
    }
    return wanted;
  }

  /** Remembers what was made; ports that are away just now keep their wish. */
  void write(Membership made, Map<Integer, String> ports) {
    ports.forEach(
        (number, name) -> {
          Wish wish = new Wish(made.mode(number), made.admitted(number));
          if (wish.isNothing()) {
            wishes.remove(name);
          } else {
            wishes.put(name, wish);
          }
        });
    known = true;
    if (file != null) {
      try {
        save(file);
      } catch (IOException e) {
        throw refused("cannot be written; see state_path in [netswitch:openflow]", e);
      }
    }
  }

  private BackendException.Refused refused(String what, Exception why) {
    return new BackendException.Refused(id.toString(), file + " " + what, why);
  }

  private void save(Path target) throws IOException {
    List<String> lines = new ArrayList<>();
    wishes.forEach((name, wish) -> lines.add(name + " " + wish));
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.write(fresh, lines);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
