package org.novabm.spi.network;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;

/**
 * The ports of one switch. Operations block, are idempotent and read the port back before they
 * return; a port that could not be read is never reported as moved.
 *
 * <p>What only some switches can do is asked for by a pattern match: {@link BatchChanges}, {@link
 * PortSecurity}, {@link NeighbourTable}, {@link LinkAggregation}, {@link SegmentProbe}.
 */
public interface SwitchManager extends AutoCloseable {

  /**
   * Reads a port.
   *
   * @throws BackendException.Refused when the switch has no such port, or when the port is set in a
   *     way that is neither idle nor a segment
   */
  PortState read(PortName port, Duration within);

  /**
   * Reads every port that can be attached, in the order of their names; ports that are set in
   * another way, and members of an aggregate, are left out.
   */
  List<PortState> list(Duration within);

  /**
   * Makes the port carry the segment and nothing else. VLANs that the switch must know first are
   * made.
   *
   * @return the port as read back: on that segment
   * @throws BackendException.Refused when the switch has no such port, or the port is a member of
   *     an aggregate
   * @throws BackendException when it is not moved, or nobody knows
   */
  PortState attach(PortName port, Segment segment, Duration within);

  /**
   * Takes the port off every VLAN, so that its machine reaches nobody.
   *
   * @return the port as read back: idle
   */
  PortState detach(PortName port, Duration within);

  /**
   * Makes the switch know the VLAN. A VLAN of that number that has another name keeps it. On
   * switches that need no such thing this does nothing.
   *
   * @throws BackendException.Refused when the name is another VLAN's
   */
  void ensureVlan(Vlan vlan, Duration within);

  /**
   * Makes the switch forget the VLAN; nothing to do when it does not know it.
   *
   * @throws BackendException.Refused when a port carries it
   */
  void removeVlan(VlanId vlan, Duration within);

  @Override
  void close();
}
