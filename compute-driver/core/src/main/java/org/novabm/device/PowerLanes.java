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

  private record Key(String manager, Endpoint endpoint) {}

  PowerLanes(Backends backends, DeviceBudget budget, InstantSource time) {
    this.backends = backends;
    this.budget = budget;
    this.time = time;
  }

  PowerLane of(Node node) {
    return lanes.computeIfAbsent(
        new Key(node.powerManager(), node.power()),
        key -> new PowerLane(key.endpoint().display(), () -> backends.power(node), budget, time));
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
