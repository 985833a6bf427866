package org.novabm.device;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.PowerManager;

/** One BMC and a lane for each node that names it, which nearly always is one. */
final class BmcLanes {

  private final String display;
  private final BmcQueue queue;
  private volatile Map<Long, PowerLane> lanes = Map.of();

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

  PowerLane lane(long node, Supplier<PowerManager> opener) {
    PowerLane known = lanes.get(node);
    return known == null ? added(node, opener) : known;
  }

  private synchronized PowerLane added(long node, Supplier<PowerManager> opener) {
    PowerLane known = lanes.get(node);
    if (known != null) {
      return known;
    }
    PowerLane lane = new PowerLane(display, queue, opener);
    Map<Long, PowerLane> more = new HashMap<>(lanes);
    more.put(node, lane);
    lanes = Map.copyOf(more);
    return lane;
  }

  /** The node is to have another lane, or none here; what its account failed with is forgotten. */
  synchronized @Nullable PowerLane takeOut(long node) {
    Map<Long, PowerLane> fewer = new HashMap<>(lanes);
    PowerLane old = fewer.remove(node);
    lanes = Map.copyOf(fewer);
    queue.forgive();
    return old;
  }

  Collection<PowerLane> all() {
    return lanes.values();
  }
}
