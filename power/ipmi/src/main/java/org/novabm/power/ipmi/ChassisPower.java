package org.novabm.power.ipmi;

import org.novabm.power.ipmi.IpmiCommand.Control;
import org.novabm.power.ipmi.wire.ChassisStatus;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** Chassis Control and Get Chassis Status (IPMI 2.0, sections 28.2 and 28.3). */
final class ChassisPower {

  private final IpmiBmc bmc;
  private final IpmiSettings settings;

  ChassisPower(IpmiBmc bmc, IpmiSettings settings) {
    this.bmc = bmc;
    this.settings = settings;
  }

  PowerState read(CommandDeadline deadline) {
    Octets data = bmc.execute(IpmiCommand.getChassisStatus(), deadline);
    try {
      return ChassisStatus.parse(data).powerOn() ? PowerState.ON : PowerState.OFF;
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "a chassis status without power state: '" + data + "'", e);
    }
  }

  PowerState apply(PowerAction action, CommandDeadline deadline) {
    return switch (action) {
      case ON -> command(Control.POWER_UP, PowerState.ON, deadline);
      case OFF -> command(Control.POWER_DOWN, PowerState.OFF, deadline);
      case SOFT_OFF ->
          isOff(deadline)
              ? PowerState.OFF
              : command(Control.SOFT_SHUTDOWN, PowerState.OFF, deadline);
      case CYCLE -> isOff(deadline) ? apply(PowerAction.ON, deadline) : cycle(deadline);
      case RESET ->
          isOff(deadline)
              ? apply(PowerAction.ON, deadline)
              : command(Control.HARD_RESET, PowerState.ON, deadline);
    };
  }

  private boolean isOff(CommandDeadline deadline) {
    return read(deadline) == PowerState.OFF;
  }

  /**
   * Some BMCs refuse to switch on what is on; that is no failure. Others refuse while the machine
   * is still on its way from the state before.
   */
  private PowerState command(Control control, PowerState target, CommandDeadline deadline) {
    IpmiCommand command = IpmiCommand.control(control);
    CommandDeadline passing = deadline.sooner(IpmiBmc.REFUSAL_PASSES);
    DoublingPauses backoff = DoublingPauses.betweenRefusals();
    CompletionCode completion = bmc.ask(command, deadline).completion();
    while (completion.verdict() == Verdict.PASSING
        && read(deadline) != target
        && bmc.pause(backoff, passing)) {
      completion = bmc.ask(command, deadline).completion();
    }
    if (completion.verdict() != Verdict.PASSING || read(deadline) != target) {
      bmc.requireDone(command, completion);
    }
    return await(target, deadline, deadline);
  }

  /**
   * "On" right after the command would be the "on" before it, so "off" is waited for first. A BMC
   * may be off for too short a time to be seen; after a while the cycle is believed.
   */
  private PowerState cycle(CommandDeadline deadline) {
    bmc.execute(IpmiCommand.control(Control.POWER_CYCLE), deadline);
    await(PowerState.OFF, deadline, deadline.sooner(settings.cycleShowsOff()));
    return await(PowerState.ON, deadline, deadline);
  }

  /** Reads at least once, and until the target is there or {@code end} has come. */
  private PowerState await(PowerState target, CommandDeadline deadline, CommandDeadline end) {
    DoublingPauses backoff = settings.betweenReadings();
    PowerState state = read(deadline);
    while (state != target && bmc.pause(backoff, end)) {
      state = readAgain(state, deadline);
    }
    return state;
  }

  /** No answer in less than the usual time-out, just before the deadline, is no failure. */
  private PowerState readAgain(PowerState last, CommandDeadline deadline) {
    boolean timeEnough = deadline.remainingNanos() >= settings.firstTimeout().toNanos();
    try {
      return read(deadline);
    } catch (BackendException.Unreachable e) {
      if (timeEnough) {
        throw e;
      }
      return last;
    }
  }
}
