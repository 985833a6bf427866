package org.novabm.spi.network;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.novabm.spi.BackendException;

/** Switches that take many changes at the price of one. */
public interface BatchChanges {

  /**
   * Makes all changes, in as few commits as the switch allows. One port's fault is that port's
   * alone: a port that is missing or taken does not keep the others from being moved.
   *
   * @param changes at most one for each port
   * @return an outcome for each port of {@code changes}
   * @throws BackendException when the switch could not be used at all; no port is moved then, or
   *     nobody knows
   */
  Map<PortName, ChangeOutcome> apply(List<PortChange> changes, Duration within);

  /**
   * Makes one change.
   *
   * @return the port as read back
   * @throws BackendException when it is not made, or nobody knows
   */
  default PortState make(PortChange change, Duration within) {
    return switch (apply(List.of(change), within).get(change.port())) {
      case ChangeOutcome.Made(var state) -> state;
      case ChangeOutcome.NotMade(var why) -> throw why;
      case null -> throw new IllegalStateException("nothing was said of port " + change.port());
    };
  }

  /**
   * What {@link #apply} would change, in the switch's own words; changes nothing.
   *
   * @return the difference, empty when all is as wanted
   */
  String preview(List<PortChange> changes, Duration within);
}
