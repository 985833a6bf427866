package org.novabm.memory;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcNames;
import org.novabm.node.BusyException;
import org.novabm.node.DuplicateException;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;

/**
 * The switches in a map. Two are one when their addresses and ports are; which port a switch
 * manager means that names none, it does not know.
 */
public final class MemorySwitchStore implements SwitchStore {

  private final TreeMap<Long, NetworkSwitch> rows = new TreeMap<>();
  private final MemoryNodeStore nodes;
  private long last;

  public MemorySwitchStore(MemoryNodeStore nodes) {
    this.nodes = nodes;
  }

  /** Forgets all; numbers begin anew. */
  public synchronized void clear() {
    rows.clear();
    last = 0;
  }

  @Override
  public synchronized NetworkSwitch add(NetworkSwitch wanted) {
    List<String> where = BmcNames.of(wanted.endpoint());
    for (NetworkSwitch owner : rows.values()) {
      if (BmcNames.of(owner.endpoint()).equals(where)) {
        throw new DuplicateException(
            "switch %s is registered already, as switch %d (%s)"
                .formatted(wanted.endpoint().display(), owner.id(), owner.endpoint().display()));
      }
    }
    NetworkSwitch stored =
        new NetworkSwitch(++last, wanted.endpoint(), wanted.driver(), wanted.description());
    rows.put(stored.id(), stored);
    return stored;
  }

  @Override
  public synchronized @Nullable NetworkSwitch find(long id) {
    return rows.get(id);
  }

  @Override
  public synchronized List<NetworkSwitch> list() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized boolean delete(long id) {
    List<Long> plugged =
        nodes.list(0, Integer.MAX_VALUE).stream()
            .filter(node -> node.switchPort() != null && node.switchPort().switchId() == id)
            .map(Node::id)
            .toList();
    if (!plugged.isEmpty()) {
      String which = plugged.stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw new BusyException(
          "switch %d has nodes plugged in: %s; delete them first".formatted(id, which));
    }
    return rows.remove(id) != null;
  }
}
