package org.novabm.netswitch.openflow.probe;

import java.util.Collection;
import java.util.Map;
import org.novabm.spi.Deadline;

/** Finds out by frames, and not by what the switch was told, on which VLAN a port is. */
public sealed interface Prober permits CatchingProber, CountingProber {

  /**
   * Sends frames, again and again until each was seen or the time is over.
   *
   * @return the VLAN on which each was seen; those that were not seen have none
   */
  Map<Sent, Integer> send(Collection<Sent> frames, Deadline deadline);

  /** Where it is seen, for the record. */
  String sight();
}
