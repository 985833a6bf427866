package org.novabm.netswitch.snmp;

import java.util.concurrent.locks.LockSupport;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Vlan;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * Makes the switch know VLANs.
 *
 * @param session with the switch
 * @param patience for a row to become active
 * @param deadline of all of it
 */
record VlanMaker(SnmpSession session, Deadline patience, Deadline deadline) {

  private static final long LOOK_AGAIN_NANOS = 200_000_000;

  /** Does nothing for one that is there. */
  void ensure(BridgeView now, Vlan vlan) {
    int number = vlan.id().number();
    if (now.vlans().containsKey(number)) {
      return;
    }
    for (VlanRow row : now.vlans().values()) {
      if (row.name().equals(vlan.name())) {
        throw session.refused(
            "the name %s is VLAN %d's already".formatted(vlan.name(), row.number()));
      }
    }
    create(number, new OctetString(vlan.name()));
    activate(number);
  }

  /** A VLAN works without its name, which some switches do not take. */
  private void create(int number, OctetString name) {
    PortSet set = new PortSet(session, deadline);
    try {
      set.create(number, name);
    } catch (BackendException.Refused refusal) {
      try {
        set.create(number);
      } catch (BackendException.Refused again) {
        refusal.addSuppressed(again);
        throw refusal;
      }
    }
  }

  /** Some make the row and let it wait, though it was told to go. */
  private void activate(int number) {
    for (int status = status(number); status != Mib.ACTIVE; status = status(number)) {
      if (patience.isOver()) {
        throw session.violation(
            "made VLAN %d and keeps it in row status %d; look at the VLAN on the switch"
                .formatted(number, status));
      }
      new PortSet(session, deadline).activate(number);
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** A switch that does not tell has no other. */
  private int status(int number) {
    Variable status = session.get(new OID(Mib.ROW_STATUS).append(number), deadline);
    return status == null ? Mib.ACTIVE : session.number(status);
  }
}
