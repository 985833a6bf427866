package org.novabm.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;

/** A move that waits for its switch; read and written by whoever has the switch's turn. */
final class PendingMove {

  private final PortChange change;
  private @Nullable PortState state;
  private @Nullable RuntimeException failure;

  PendingMove(PortChange change) {
    this.change = change;
  }

  PortChange change() {
    return change;
  }

  boolean isOver() {
    return state != null || failure != null;
  }

  void end(ChangeOutcome outcome) {
    switch (outcome) {
      case ChangeOutcome.Made(var made) -> state = made;
      case ChangeOutcome.NotMade(var why) -> failure = why;
    }
  }

  /** Whatever it was, somebody waits for its end. */
  void fail(Throwable why) {
    failure =
        why instanceof RuntimeException known
            ? known
            : new IllegalStateException("a move of port " + change.port() + " broke: " + why, why);
  }

  /** Makes it by itself. */
  void make(SwitchManager manager, Duration within) {
    try {
      state =
          switch (change.wanted()) {
            case Idle() -> manager.detach(change.port(), within);
            case Segment segment -> manager.attach(change.port(), segment, within);
          };
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** The port as read back, or what went wrong. */
  PortState outcome() {
    if (failure != null) {
      throw failure;
    }
    if (state == null) {
      throw new IllegalStateException("not moved yet: " + change);
    }
    return state;
  }
}
