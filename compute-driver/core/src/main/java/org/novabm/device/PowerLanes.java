package org.novabm.device;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.novabm.node.Node;
import org.novabm.spi.Endpoint;

/** The lanes of all BMCs. A node whose BMC or account is changed gets another. */
final class PowerLanes implements AutoCloseable {

  private final Backends backends;
  private final DeviceBudget budget;
  private final InstantSource time;
  private final Map<Key, PowerLane> lanes = new ConcurrentHashMap<>();
  private final Map<Long, Node> moved = new ConcurrentHashMap<>();

  private record Key(String manager, Endpoint endpoint) {}

  PowerLanes(Backends backends, DeviceBudget budget, InstantSource time) {
    this.backends = backends;
    this.budget = budget;
    this.time = time;
  }

  PowerLane of(Node node) {
    Node now = latest(node);
    return lanes.computeIfAbsent(
        key(now),
        key -> new PowerLane(key.endpoint().display(), () -> backends.power(now), budget, time));
  }

  private static Key key(Node node) {
    return new Key(node.powerManager(), node.power());
  }

  /** Who read the node before it was changed must not ask the old BMC, or with the old account. */
  private Node latest(Node node) {
    Node known = moved.get(node.id());
    return known == null || known.version() <= node.version() ? node : known;
  }

  /** Ends the session with a node's old BMC or account, without waiting for its end. */
  void change(Node before, Node now) {
    if (key(before).equals(key(now))) {
      return;
    }
    moved.merge(now.id(), now, (one, other) -> one.version() > other.version() ? one : other);
    PowerLane old = lanes.remove(key(before));
    if (old != null) {
      Thread.ofVirtual().name("bmc-farewell").start(old::retire);
    }
  }

  /** Gives sessions back that nobody needs. */
  void closeIdle() {
    lanes.values().forEach(PowerLane::closeIfIdle);
  }

  /** Ends all sessions, side by side, for a BMC that does not answer takes its time. */
  @Override
  public void close() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.values().forEach(lane -> threads.execute(lane::close));
    }
  }
}
