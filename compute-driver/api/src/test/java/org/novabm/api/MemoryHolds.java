package org.novabm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;

/** Holds in a map; the time is that of the service. */
final class MemoryHolds implements HoldStore {

  private final TreeMap<Long, TreeMap<String, Hold>> nodes = new TreeMap<>();

  synchronized void clear() {
    nodes.clear();
  }

  @Override
  public synchronized @Nullable Hold place(long node, Hold hold) {
    TreeMap<String, Hold> held = nodes.computeIfAbsent(node, id -> new TreeMap<>());
    Hold there = held.get(hold.name());
    if (there != null && !there.by().equals(hold.by())) {
      return there;
    }
    held.put(hold.name(), hold);
    return null;
  }

  @Override
  public synchronized boolean release(long node, String name) {
    TreeMap<String, Hold> held = nodes.get(node);
    return held != null && held.remove(name) != null;
  }

  @Override
  public synchronized List<Hold> of(long node) {
    List<Hold> held = new ArrayList<>(nodes.getOrDefault(node, new TreeMap<>()).values());
    held.removeIf(hold -> !hold.isInForce(SmallService.NOW));
    return held;
  }

  @Override
  public synchronized Map<Long, List<Hold>> between(long first, long last) {
    Map<Long, List<Hold>> found = new TreeMap<>();
    nodes.subMap(first, true, last, true).keySet().forEach(node -> found.put(node, of(node)));
    return found;
  }
}
