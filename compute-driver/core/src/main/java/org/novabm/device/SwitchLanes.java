package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;

/**
 * The lanes of all switches, by address, whatever the account there is. One that nobody used for
 * long is forgotten.
 */
final class SwitchLanes {

  private final Duration idle;
  private final InstantSource time;
  private final Map<Place, Used> lanes = new ConcurrentHashMap<>();

  /** Where a switch is managed, whoever we are there. */
  private record Place(String driver, String address, int port) {
    static Place of(NetworkSwitch device) {
      Endpoint endpoint = device.endpoint();
      return new Place(device.driver(), endpoint.address(), endpoint.port());
    }
  }

  private record Used(SwitchLane lane, AtomicInteger users, Instant since) {}

  SwitchLanes(Duration idle, InstantSource time) {
    this.idle = idle;
    this.time = time;
  }

  /** Lets somebody use the lane of the switch; until he is done, it is not forgotten. */
  <T> T with(NetworkSwitch device, Function<SwitchLane, T> work) {
    Used used = lanes.compute(Place.of(device), (place, known) -> enter(device, known));
    try {
      return work.apply(used.lane());
    } finally {
      used.users().decrementAndGet();
    }
  }

  private Used enter(NetworkSwitch device, @Nullable Used known) {
    Used used =
        known == null
            ? new Used(
                new SwitchLane(device.endpoint().display()), new AtomicInteger(), time.instant())
            : new Used(known.lane(), known.users(), time.instant());
    used.users().incrementAndGet();
    return used;
  }

  void forgetIdle() {
    Instant longAgo = time.instant().minus(idle);
    for (Place each : lanes.keySet()) {
      lanes.computeIfPresent(
          each,
          (place, one) -> one.users().get() == 0 && one.since().isBefore(longAgo) ? null : one);
    }
  }

  /** How many are kept. */
  int size() {
    return lanes.size();
  }
}
