package org.novabm.device;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;

/** One BMC and a lane for each node that names it, which nearly always is one. */
final class BmcLanes {

  private final String display;
  private final BmcQueue queue;
  private volatile Map<Long, Entry> lanes = Map.of();

  private record Entry(PowerLane lane, NodeLogin login) {}

  BmcLanes(String display, DeviceBudget budget, InstantSource time) {
    this.display = display;
    this.queue = new BmcQueue(display, budget, time);
  }

  BmcQueue queue() {
    return queue;
  }

  BmcLanes entered() {
    queue.enter();
    return this;
  }

  PowerLane lane(Node node, Supplier<NodeLogin> login) {
    Entry known = lanes.get(node.id());
    Entry entry = known == null ? added(node.id(), login) : known;
    entry.login().seen(node);
    return entry.lane();
  }

  private synchronized Entry added(long node, Supplier<NodeLogin> login) {
    Entry known = lanes.get(node);
    if (known != null) {
      return known;
    }
    NodeLogin opener = login.get();
    Entry entry = new Entry(new PowerLane(display, queue, opener), opener);
    Map<Long, Entry> more = new HashMap<>(lanes);
    more.put(node, entry);
    lanes = Map.copyOf(more);
    return entry;
  }

  /** The node is to have another lane, or none here; what its account failed with is forgotten. */
  synchronized @Nullable PowerLane takeOut(long node) {
    Map<Long, Entry> fewer = new HashMap<>(lanes);
    Entry old = fewer.remove(node);
    lanes = Map.copyOf(fewer);
    queue.forgive();
    return old == null ? null : old.lane();
  }

  List<PowerLane> all() {
    return lanes.values().stream().map(Entry::lane).toList();
  }
}
