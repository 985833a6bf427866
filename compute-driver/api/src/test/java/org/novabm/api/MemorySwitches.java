package org.novabm.api;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BusyException;
import org.novabm.node.DuplicateException;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;

/** The switches in a map. */
final class MemorySwitches implements SwitchStore {

  private final TreeMap<Long, NetworkSwitch> rows = new TreeMap<>();
  private final MemoryNodes nodes;
  private long last;

  MemorySwitches(MemoryNodes nodes) {
    this.nodes = nodes;
  }

  synchronized void clear() {
    rows.clear();
    last = 0;
  }

  @Override
  public synchronized NetworkSwitch add(NetworkSwitch wanted) {
    String where = wanted.endpoint().display();
    if (rows.values().stream().anyMatch(it -> it.endpoint().display().equals(where))) {
      throw new DuplicateException("there is a switch at " + where);
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
    long plugged =
        nodes.list(0, Integer.MAX_VALUE).stream()
            .filter(node -> node.switchPort() != null && node.switchPort().switchId() == id)
            .count();
    if (plugged > 0) {
      throw new BusyException("switch " + id + " has " + plugged + " nodes; delete them first");
    }
    return rows.remove(id) != null;
  }
}
