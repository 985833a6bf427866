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
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.netswitch.openflow.flows.Reading;
import org.novabm.netswitch.openflow.wire.GreetedSwitch;
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

  private final DatapathId id;
  private final OpenFlowSettings settings;
  private final WishFile wishes;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Condition arrival = turn.newCondition();
  private @Nullable GreetedSwitch connected;

  Datapath(DatapathId id, OpenFlowSettings settings) {
    this.id = id;
    this.settings = settings;
    this.wishes = new WishFile(settings.stateFolder(), id);
  }

  DatapathId id() {
    return id;
  }

  /**
   * Uses the switch, which is nobody else's for so long.
   *
   * @throws BackendException.Unreachable when it does not call in time
   */
  <T> T use(Deadline deadline, Function<ConnectedSwitch, T> work) {
    lock(deadline);
    try {
      return work.apply(await(deadline));
    } finally {
      turn.unlock();
    }
  }

  private void lock(Deadline deadline) {
    try {
      if (!turn.tryLock(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
        throw new BackendException.Unreachable(id.toString(), "is busy with other requests");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private ConnectedSwitch await(Deadline deadline) {
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(deadline.leftMillis());
      while (true) {
        GreetedSwitch now = connected;
        if (now != null && now.link().isOpen()) {
          return connectedSwitch(now);
        }
        if (left <= 0) {
          throw new BackendException.Unreachable(
              id.toString(),
              "the switch is not connected; its controller must be %s:<this host>:%d"
                  .formatted(settings.tls() == null ? "tcp" : "ssl", settings.listen().getPort()));
        }
        left = arrival.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
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

  /** The switch called; an older connection of it is of no use any more. */
  void arrived(GreetedSwitch greeted) {
    turn.lock();
    try {
      if (connected != null) {
        connected.link().close();
      }
      reconcile(connectedSwitch(greeted));
      connected = greeted;
      arrival.signalAll();
    } finally {
      turn.unlock();
    }
  }

  void hangUp() {
    turn.lock();
    try {
      if (connected != null) {
        connected.link().close();
      }
    } finally {
      turn.unlock();
    }
  }

  private void reconcile(ConnectedSwitch device) {
    Deadline deadline = Deadline.in(RECONCILING);
    Reading now = device.read(deadline);
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
