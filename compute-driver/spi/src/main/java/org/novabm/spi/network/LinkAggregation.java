package org.novabm.spi.network;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;

/** Switches that bundle ports by LACP. */
public interface LinkAggregation {

  /** The aggregates there are, in the order of their names. */
  List<Aggregate> aggregates(Duration within);

  /**
   * Makes the aggregate with exactly these members, idle when it is new. LACP is active.
   *
   * @throws BackendException.Refused when a member belongs to another aggregate
   */
  void bundle(Aggregate aggregate, Duration within);

  /** Dissolves it, leaving its members idle; nothing to do when there is none of that name. */
  void unbundle(PortName aggregate, Duration within);
}
