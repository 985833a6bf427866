package org.novabm.memory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;

/** Holds in a map, with the same rules as the database; which nodes there are, it does not know. */
public final class MemoryHoldStore implements HoldStore {

  private final TreeMap<Long, TreeMap<String, Hold>> nodes = new TreeMap<>();
  private final InstantSource time;

  public MemoryHoldStore(InstantSource time) {
    this.time = time;
  }

  /** Forgets all. */
  public synchronized void clear() {
    nodes.clear();
  }

  /** Forgets those of a node that is deleted. */
  synchronized void forget(long node) {
    nodes.remove(node);
  }

  @Override
  public synchronized @Nullable Hold place(long node, Hold hold) {
    TreeMap<String, Hold> held = nodes.computeIfAbsent(node, id -> new TreeMap<>());
    held.values().removeIf(it -> !it.isInForce(hold.since()));
    Hold there = held.get(hold.name());
    if (there != null && !there.by().equals(hold.by())) {
      return there;
    }
    held.put(
        hold.name(),
        there == null
            ? hold
            : new Hold(hold.name(), hold.by(), hold.reason(), there.since(), hold.until()));
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
    held.removeIf(it -> !it.isInForce(time.instant()));
    return held;
  }

  @Override
  public synchronized Map<Long, List<Hold>> between(long first, long last) {
    Map<Long, List<Hold>> found = new TreeMap<>();
    nodes.subMap(first, true, last, true).keySet().forEach(node -> found.put(node, of(node)));
    found.values().removeIf(List::isEmpty);
    return found;
  }
}
