package org.novabm.device;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;

/**
 * One switch, one request at a time. Moves that wait while another is made are made together, in
 * one commit, where the switch can do that; whoever comes first waits a little for company.
 */
final class SwitchLane {

  /** A commit of a hardware switch takes about so long; measured ones take its place. */
  private static final Duration FIRST_GUESS = Duration.ofSeconds(1);

  private static final Duration LONGEST_WINDOW = Duration.ofMillis(500);

  /** The window is this part of a commit, so company never costs more than it saves. */
  private static final int WINDOW_DIVISOR = 10;

  /** So long others may use the switch before whoever waits gives up, if it does not say. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

  private final String display;
  private final LaneTurn turn;
  private final ConcurrentLinkedQueue<PendingMove> waiting = new ConcurrentLinkedQueue<>();
  private Duration lastCommit = FIRST_GUESS;

  SwitchLane(String display) {
    this.display = display;
    this.turn = new LaneTurn(display, InstantSource.system());
  }

  /** How many moves are not begun yet. */
  int waiting() {
    return waiting.size();
  }

  /**
   * Anything but a move.
   *
   * @throws BackendException as the manager throws it, or when others have the switch for 2 minutes
   */
  <T> T use(Supplier<SwitchManager> opener, Function<SwitchManager, T> work) {
    turn.take("a reading", LONGEST_TURN);
    try (SwitchManager manager = opener.get()) {
      return work.apply(manager);
    } finally {
      turn.give(LONGEST_TURN);
    }
  }

  /**
   * Moves a port; returns when that is done, whoever does it and with whatever account.
   *
   * @param within for its commit; it waits twice as long for that of those before it
   * @throws BackendException as the manager throws it, or when the switch is not free in time: the
   *     move is not made then, unless somebody was making it already
   */
  PortState move(Supplier<SwitchManager> opener, PortChange change, Duration within) {
    PendingMove mine = new PendingMove(change);
    waiting.add(mine);
    try {
      Duration longest = within.multipliedBy(2);
      turn.take("a move of port " + change.port(), longest);
      try {
        if (!mine.isOver()) {
          lead(opener, mine, within);
        }
      } finally {
        turn.give(longest);
      }
    } finally {
      waiting.remove(mine);
    }
    return mine.outcome();
  }

  private void lead(Supplier<SwitchManager> opener, PendingMove mine, Duration within) {
    try (SwitchManager manager = opener.get()) {
      while (!mine.isOver()) {
        if (manager instanceof BatchChanges batches) {
          gather();
          together(batches, within);
        } else {
          alone(manager, within);
        }
      }
    }
  }

  private void gather() {
    Duration window = lastCommit.dividedBy(WINDOW_DIVISOR);
    long end = System.nanoTime() + Math.min(window.toNanos(), LONGEST_WINDOW.toNanos());
    for (long left = end - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  private void together(BatchChanges batches, Duration within) {
    Map<PortName, PendingMove> moves = firstOfEachPort();
    List<PortChange> changes = moves.values().stream().map(PendingMove::change).toList();
    long start = System.nanoTime();
    try {
      Map<PortName, ChangeOutcome> outcomes = batches.apply(changes, within);
      moves.forEach((port, move) -> move.end(outcomes.getOrDefault(port, forgotten(port))));
    } catch (RuntimeException | Error e) {
      moves.values().forEach(move -> move.fail(e));
    }
    lastCommit = Duration.ofNanos(System.nanoTime() - start);
  }

  /** A second change of the same port waits for the next commit, for the order is kept. */
  private Map<PortName, PendingMove> firstOfEachPort() {
    Map<PortName, PendingMove> moves = new LinkedHashMap<>();
    Iterator<PendingMove> all = waiting.iterator();
    while (all.hasNext()) {
      PendingMove move = all.next();
      if (moves.putIfAbsent(move.change().port(), move) == null) {
        all.remove();
      }
    }
    return moves;
  }

  private ChangeOutcome forgotten(PortName port) {
    return new ChangeOutcome.NotMade(
        new BackendException.ProtocolViolation(
            display, "the switch manager said nothing of port " + port));
  }

  private void alone(SwitchManager manager, Duration within) {
    List<PendingMove> moves = new ArrayList<>();
    for (PendingMove move = waiting.poll(); move != null; move = waiting.poll()) {
      moves.add(move);
    }
    moves.forEach(move -> move.make(manager, within));
  }
}
