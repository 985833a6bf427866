package org.novabm.netswitch.openflow;

import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.FlowDiff;
import org.novabm.netswitch.openflow.flows.FlowReading;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.netswitch.openflow.wire.Caller;
import org.novabm.netswitch.openflow.wire.GreetedSwitch;
import org.novabm.netswitch.openflow.wire.RareLines;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A switch, connected or not. When it calls, its flows are believed: those that are right are not
 * touched, and what is half made of them is made right. One that forgot all of them, as some do
 * when they start, gets back what was made of it last.
 */
final class Datapath {

  private static final Logger log = LoggerFactory.getLogger(Datapath.class);
  private static final Duration RECONCILING = Duration.ofMinutes(1);
  private static final Duration ECHO = Duration.ofSeconds(5);
  private static final Duration PORTS = Duration.ofSeconds(10);

  private final DatapathId id;
  private final OpenFlowSettings settings;
  private final WishFile wishes;
  private final RareLines lines;
  private final ReentrantLock door = new ReentrantLock(true);
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Held for a moment only: who waits for a call does not wait for whoever has the turn. */
  private final ReentrantLock bell = new ReentrantLock();

  private final Condition arrival = bell.newCondition();
  private volatile @Nullable Caller claimant;
  private volatile @Nullable GreetedSwitch connected;

  Datapath(DatapathId id, OpenFlowSettings settings, RareLines lines) {
    this.id = id;
    this.settings = settings;
    this.lines = lines;
    this.wishes = new WishFile(settings.stateFolder(), id);
  }

  /**
   * Uses the switch, which is nobody else's for so long.
   *
   * @throws BackendException.Unreachable when it does not call in time
   */
  <T> T use(Deadline deadline, Function<ConnectedSwitch, T> work) {
    while (true) {
      awaitCall(deadline);
      lock(turn, deadline);
      try (ConnectedSwitch device = connectedNow()) {
        if (device != null) {
          return work.apply(device);
        }
      } catch (BackendException e) {
        throw id.named(e);
      } finally {
        turn.unlock();
      }
    }
  }

  private void lock(ReentrantLock lock, Deadline deadline) {
    try {
      if (!lock.tryLock(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
        throw new BackendException.Unreachable(id.toString(), "is busy with other requests");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Null when it hung up since it called. */
  private @Nullable ConnectedSwitch connectedNow() {
    GreetedSwitch now = connected;
    return now != null && now.link().isOpen() ? connectedSwitch(now) : null;
  }

  private void awaitCall(Deadline deadline) {
    lock(bell, deadline);
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(deadline.leftMillis());
      for (GreetedSwitch now = connected; now == null || !now.link().isOpen(); now = connected) {
        if (left <= 0) {
          throw new BackendException.Unreachable(
              id.toString(),
              "the switch is not connected; its controller must be %s:%s:%d"
                  .formatted(
                      settings.tls() == null ? "tcp" : "ssl",
                      settings.listen().getHostString(),
                      settings.listen().getPort()));
        }
        left = arrival.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      bell.unlock();
    }
  }

  private BackendException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new BackendException.Unreachable(id.toString(), "interrupted", e);
  }

  private ConnectedSwitch connectedSwitch(GreetedSwitch greeted) {
    return new ConnectedSwitch(
        id,
        greeted,
        uplinks(greeted.ports()),
        new FlowTable(id.toString(), greeted.link()),
        settings,
        wishes);
  }

  private SortedSet<Integer> uplinks(Map<Integer, String> ports) {
    SortedSet<Integer> numbers = new TreeSet<>();
    ports.forEach(
        (number, name) -> {
          if (settings.uplinks().contains(name) || settings.uplinks().contains(id + "/" + name)) {
            numbers.add(number);
          }
        });
    return numbers;
  }

  /**
   * Somebody says that it is this switch. As long as another connection of it answers, that one is
   * it: whoever can call could put a switch out otherwise.
   */
  void arrived(Caller caller) {
    if (!claims(caller)) {
      return;
    }
    GreetedSwitch greeted = caller.accept(Deadline.in(PORTS));
    lock(turn, Deadline.in(RECONCILING));
    try (ConnectedSwitch device = connectedSwitch(greeted)) {
      reconcile(device);
      ring(greeted);
    } finally {
      turn.unlock();
    }
  }

  private void ring(GreetedSwitch greeted) {
    bell.lock();
    try {
      connected = greeted;
      arrival.signalAll();
    } finally {
      bell.unlock();
    }
  }

  private boolean claims(Caller caller) {
    lock(door, Deadline.in(RECONCILING));
    try {
      Caller before = claimant;
      if (before != null && before.answers(ECHO)) {
        lines.warn(
            "{} says that it is switch {}, which is connected from {} and answers there; it is "
                + "rejected. Which of them is the switch?",
            caller.display(),
            id,
            before.display());
        caller.turnAway("a switch of its datapath id is connected and answers");
        return false;
      }
      if (before != null) {
        before.turnAway("it no longer answers, and the switch reconnected");
      }
      claimant = caller;
      return true;
    } finally {
      door.unlock();
    }
  }

  void hangUp() {
    Caller now = claimant;
    if (now != null) {
      now.turnAway("we are closing");
    }
  }

  private void reconcile(ConnectedSwitch device) {
    Deadline deadline = Deadline.in(RECONCILING);
    FlowReading now = device.read(deadline);
    Membership wanted =
        now.isOurs() ? now.who() : wishes.read(device.greeted().ports(), device.uplinks());
    if (wanted == null) {
      log.info("switch {} called; nothing of ours is on it yet", id);
      return;
    }
    FlowDiff diff = device.difference(now, wanted);
    if (diff.isEmpty()) {
      log.info("switch {} called; its {} flows are right", id, now.flows().size());
    } else {
      log.warn("switch {} called; its flows are not right: {}", id, diff);
      device
          .table()
          .apply(diff, deadline)
          .forEach((flow, why) -> log.warn("switch {}: {}: {}", id, why, flow));
    }
  }
}
