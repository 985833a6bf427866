package org.novabm.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BmcSecrets;
import org.novabm.node.Node;

/**
 * The lanes of all BMCs, by address: nodes that name one BMC wait for each other there, whatever
 * their accounts. What nobody used for long is forgotten.
 */
final class PowerLanes implements AutoCloseable {

  private final Backends backends;
  private final BmcSecrets secrets;
  private final DeviceBudget budget;
  private final InstantSource time;
  private final Map<Place, BmcLanes> bmcs = new ConcurrentHashMap<>();
  private final Map<Long, Moved> moved = new ConcurrentHashMap<>();

  /** Where a BMC is, whoever we are there. */
  private record Place(String manager, String address, int port) {
    static Place of(Node node) {
      BmcEndpoint bmc = node.power();
      return new Place(node.powerManager(), bmc.address(), bmc.port());
    }
  }

  /** A node that got another BMC or account, for those who read it before. */
  private record Moved(Node now, Instant since) {}

  PowerLanes(Backends backends, BmcSecrets secrets, DeviceBudget budget, InstantSource time) {
    this.backends = backends;
    this.secrets = secrets;
    this.budget = budget;
    this.time = time;
  }

  /** Lets somebody use the lane of the node; until he is done, it is not forgotten. */
  <T extends @Nullable Object> T with(Node node, Function<PowerLane, T> work) {
    Node now = latest(node);
    BmcLanes bmc =
        bmcs.compute(
            Place.of(now),
            (place, known) ->
                (known == null ? new BmcLanes(now.power().display(), budget, time) : known)
                    .entered());
    try {
      return work.apply(bmc.lane(now, () -> new NodeLogin(backends, secrets, now)));
    } finally {
      bmc.queue().leave();
    }
  }

  /** Who read the node before it was changed must not ask the old BMC, or with the old account. */
  private Node latest(Node node) {
    Moved known = moved.get(node.id());
    return known == null || known.now().version() <= node.version() ? node : known.now();
  }

  Instant restsUntil(Node node) {
    BmcLanes bmc = bmcs.get(Place.of(latest(node)));
    return bmc == null ? Instant.MIN : bmc.queue().restsUntil();
  }

  /** Ends the session with a node's old BMC or account, without waiting for its end. */
  void change(Node before, Node now) {
    if (!before.power().equals(now.power()) || !before.powerManager().equals(now.powerManager())) {
      renew(before, now);
    }
  }

  /** The same also where nothing but the password is another. */
  void renew(Node before, Node now) {
    moved.merge(
        now.id(),
        new Moved(now, time.instant()),
        (one, other) -> one.now().version() > other.now().version() ? one : other);
    BmcLanes bmc = bmcs.get(Place.of(before));
    PowerLane old = bmc == null ? null : bmc.takeOut(before.id());
    if (old != null) {
      farewell(old);
    }
  }

  /** Forgets BMCs that nobody asks, and gives the sessions there back. */
  void closeIdle() {
    bmcs.keySet().forEach(place -> bmcs.computeIfPresent(place, (key, bmc) -> unlessIdle(bmc)));
    Instant longAgo = time.instant().minus(budget.idle());
    moved.values().removeIf(one -> one.since().isBefore(longAgo));
  }

  private static @Nullable BmcLanes unlessIdle(BmcLanes bmc) {
    if (!bmc.queue().isForgettable()) {
      return bmc;
    }
    bmc.all().forEach(PowerLanes::farewell);
    return null;
  }

  private static void farewell(PowerLane lane) {
    Thread.ofVirtual().name("bmc-farewell").start(lane::retire);
  }

  /** How much is kept. */
  int size() {
    return bmcs.size() + moved.size();
  }

  /** Ends all sessions, side by side, for a BMC that does not answer takes its time. */
  @Override
  public void close() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (BmcLanes bmc : bmcs.values()) {
        bmc.all().forEach(lane -> threads.execute(lane::close));
      }
    }
  }
}
