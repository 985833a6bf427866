package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps looking at the power of a host's machines and puts on record what changed. Looks are spread
 * over the interval; a machine that just changed is looked at sooner, a BMC that is left alone no
 * sooner than it may be asked.
 */
public final class PowerSync {

  private static final Logger log = LoggerFactory.getLogger(PowerSync.class);
  private static final int PAGE = 1000;
  private static final int SOONER = 8;
  private static final int RARELY = 8;
  private static final double JITTER = 0.2;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final NodeStore nodes;
  private final String serviceHost;
  private final Devices devices;
  private final PowerSweep sweep;
  private final PowerBook book;
  private final Duration interval;
  private final InstantSource time;
  private final RandomGenerator random;
  private Map<Long, Watched> watched = new HashMap<>();
  private Instant nextList = Instant.MIN;

  /**
   * The machines of one host.
   *
   * @param interval between two looks at a machine that does not change
   */
  public PowerSync(
      NodeStore nodes,
      String serviceHost,
      Devices devices,
      PowerSweep sweep,
      PowerBook book,
      Duration interval,
      InstantSource time,
      RandomGenerator random) {
    this.nodes = nodes;
    this.serviceHost = serviceHost;
    this.devices = devices;
    this.sweep = sweep;
    this.book = book;
    this.interval = interval;
    this.time = time;
    this.random = random;
  }

  /** A machine and when to look at it. */
  private static final class Watched {
    private volatile Node node;
    private volatile PowerRecord last;
    private volatile Duration gap;
    private volatile Instant due;
    private volatile boolean looking;

    Watched(Node node, PowerRecord last, Duration gap, Instant due) {
      this.node = node;
      this.last = last;
      this.gap = gap;
      this.due = due;
    }
  }

  /**
   * Begins the looks that are due.
   *
   * @return how long nothing else is due
   */
  public Duration step() throws InterruptedException {
    if (!time.instant().isBefore(nextList)) {
      list();
      devices.closeIdle();
      nextList = time.instant().plus(interval);
    }
    Duration pause = LONGEST_PAUSE;
    for (Watched one : watched.values()) {
      Duration left = Duration.between(time.instant(), one.due);
      if (one.looking) {
        continue;
      }
      if (left.isPositive()) {
        pause = left.compareTo(pause) < 0 ? left : pause;
      } else {
        one.looking = true;
        sweep.begin(one.node, (node, reading) -> found(one, reading));
      }
    }
    return pause;
  }

  private void list() {
    Map<Long, Watched> now = new HashMap<>();
    long after = 0;
    List<Node> page;
    do {
      page = nodes.list(after, PAGE);
      if (!page.isEmpty()) {
        Map<Long, PowerRecord> known = book.between(page.getFirst().id(), page.getLast().id());
        page.stream()
            .filter(node -> node.serviceHost().equals(serviceHost))
            .forEach(node -> now.put(node.id(), watch(node, known)));
        after = page.getLast().id();
      }
    } while (page.size() == PAGE);
    watched = now;
  }

  private Watched watch(Node node, Map<Long, PowerRecord> known) {
    PowerRecord last =
        known.getOrDefault(node.id(), new PowerRecord(node.id(), null, null, Instant.EPOCH));
    Watched one = watched.get(node.id());
    if (one == null) {
      Duration first = interval.multipliedBy(random.nextInt(1000)).dividedBy(1000 * SOONER);
      return new Watched(node, last, interval, time.instant().plus(first));
    }
    if (hasAnotherBmc(one, node)) {
      // what the old one said, or its refusal, is no reason to wait
      one.gap = interval;
      one.due = time.instant();
    }
    one.node = node;
    if (!one.looking) {
      one.last = last;
    }
    return one;
  }

  /** A password is not seen; who was refused is tried again after any change of the node. */
  private static boolean hasAnotherBmc(Watched one, Node now) {
    Node before = one.node;
    return !before.power().equals(now.power())
        || !before.powerManager().equals(now.powerManager())
        || (one.last.trouble() != null && before.version() != now.version());
  }

  private void found(Watched one, PowerReading reading) {
    try {
      PowerRecord now = PowerRecord.of(one.node.id(), reading, time.instant());
      boolean changed = !now.agrees(one.last) || one.last.since().equals(Instant.EPOCH);
      if (changed) {
        book.write(now);
        tell(one.node, one.last, now);
        one.last = now;
      }
      one.gap = gap(one.gap, changed, reading);
    } catch (RuntimeException e) {
      log.warn("{}: its power could not be put on record", one.node.display(), e);
    } finally {
      one.due = later(time.instant().plus(jittered(one.gap)), devices.restsUntil(one.node));
      one.looking = false;
    }
  }

  /** A BMC that refuses us is asked rarely: some lock an account after a few wrong passwords. */
  private Duration gap(Duration last, boolean changed, PowerReading reading) {
    if (reading instanceof PowerReading.Unknown(BackendException.Refused _)) {
      return interval.multipliedBy(RARELY);
    }
    Duration gap = changed ? interval.dividedBy(SOONER) : last.multipliedBy(2);
    return gap.compareTo(interval) < 0 ? gap : interval;
  }

  private static void tell(Node node, PowerRecord before, PowerRecord now) {
    if (now.trouble() != null) {
      log.warn("{}: its power is not known: {}", node.display(), now.trouble());
    } else if (!before.since().equals(Instant.EPOCH)) {
      log.info("{} is {} now; it was {}", node.display(), now.word(), before.word());
    }
  }

  private Duration jittered(Duration gap) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofNanos((long) (gap.toNanos() * factor));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
