package org.novabm.power.ipmi;

import org.novabm.power.ipmi.wire.ChassisStatus;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.RestorePolicy;

/** Set Power Restore Policy (IPMI 2.0, section 28.8), and what Get Chassis Status says of it. */
final class PowerRestore {

  private static final int CHASSIS = 0x00;
  private static final int SET_POLICY = 0x06;

  private final IpmiBmc bmc;

  PowerRestore(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  RestorePolicy read(CommandDeadline deadline) {
    Octets data = bmc.execute(IpmiCommand.getChassisStatus(), deadline);
    try {
      return switch (ChassisStatus.parse(data).restorePolicy()) {
        case 0 -> RestorePolicy.ALWAYS_OFF;
        case 1 -> RestorePolicy.PREVIOUS;
        case 2 -> RestorePolicy.ALWAYS_ON;
        default -> RestorePolicy.UNKNOWN;
      };
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "a chassis status that cannot be read: '" + data + "'", e);
    }
  }

  RestorePolicy set(RestorePolicy wanted, CommandDeadline deadline) {
    int code =
        switch (wanted) {
          case ALWAYS_OFF -> 0;
          case PREVIOUS -> 1;
          case ALWAYS_ON -> 2;
          case UNKNOWN -> throw new IllegalArgumentException("nothing can be set to UNKNOWN");
        };
    IpmiCommand command =
        new IpmiCommand("Set Power Restore Policy", CHASSIS, SET_POLICY, Octets.of(code));
    Octets supported = bmc.execute(command, deadline);
    if (supported.size() > 0 && (supported.at(0) & 1 << code) == 0) {
      throw new BackendException.Unsupported(
          bmc.name(), "the BMC does not have power restore policy " + wanted.word());
    }
    return read(deadline);
  }
}
