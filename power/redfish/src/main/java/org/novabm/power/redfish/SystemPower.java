package org.novabm.power.redfish;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** The power of one machine: orders, and readings until they show. */
final class SystemPower {

  private static final List<String> ON = List.of("On", "ForceOn");
  private static final List<String> OFF = List.of("ForceOff");

  /** The button is pressed on a machine that is on, which its system takes for the same. */
  private static final List<String> SOFT_OFF = List.of("GracefulShutdown", "PushPowerButton");

  private final RedfishSession session;
  private final ComputerSystem system;
  private final PowerOrders orders;
  private final Duration cycleShowsOff;

  SystemPower(RedfishSession session, ComputerSystem system, Duration cycleShowsOff) {
    this.session = session;
    this.system = system;
    this.orders = new PowerOrders(session, system);
    this.cycleShowsOff = cycleShowsOff;
  }

  private record Reading(RedfishSession.Resource resource, PowerWord word) {}

  /** A machine that is switched has power all the way. */
  PowerState state(Deadline deadline) {
    return known(deadline).word() == PowerWord.OFF ? PowerState.OFF : PowerState.ON;
  }

  /** A word is waited for, since BMCs that start have none. */
  private Reading known(Deadline deadline) {
    while (true) {
      RedfishSession.Resource resource = system.read(deadline);
      PowerWord word = PowerWord.of(resource.body());
      if (word != PowerWord.UNKNOWN) {
        return new Reading(resource, word);
      }
      if (!session.pause().within(deadline)) {
        throw unknown(PowerWord.said(resource.body()));
      }
    }
  }

  private BackendException unknown(String said) {
    return new BackendException.Unreachable(
        session.name(),
        "says that the power is %s, so it is unknown whether the machine is on; try again later"
            .formatted(said));
  }

  PowerState apply(PowerAction action, Deadline deadline) {
    Reading now = known(deadline);
    if (now.word() == PowerWord.OFF) {
      return action.target() == PowerState.OFF
          ? PowerState.OFF
          : bring(now, ON, PowerState.ON, deadline);
    }
    return switch (action) {
      case ON ->
          now.word() == PowerWord.ON ? PowerState.ON : bring(now, ON, PowerState.ON, deadline);
      case OFF -> bring(now, OFF, PowerState.OFF, deadline);
      case SOFT_OFF -> softOff(now, deadline);
      case CYCLE -> restart(now, List.of("PowerCycle", "ForceRestart"), deadline);
      case RESET -> restart(now, List.of("ForceRestart", "PowerCycle"), deadline);
    };
  }

  /** The button would switch on again what is off by now. */
  private PowerState softOff(Reading now, Deadline deadline) {
    return now.word() == PowerWord.ON
        ? bring(now, SOFT_OFF, PowerState.OFF, deadline)
        : await(PowerState.OFF, deadline);
  }

  private PowerState bring(Reading now, List<String> ways, PowerState wanted, Deadline deadline) {
    orders.give(now.resource(), ways, wanted, deadline);
    return await(wanted, deadline);
  }

  /** A machine without a restart is switched off and on, which does the same. */
  private PowerState restart(Reading now, List<String> ways, Deadline deadline) {
    try {
      orders.give(now.resource(), ways, null, deadline);
    } catch (BackendException.Refused | BackendException.Unsupported e) {
      return offAndOn(deadline);
    }
    awaitLeaving(deadline.butWithin(cycleShowsOff));
    return await(PowerState.ON, deadline);
  }

  private PowerState offAndOn(Deadline deadline) {
    if (bring(known(deadline), OFF, PowerState.OFF, deadline) != PowerState.OFF) {
      throw new BackendException.Unreachable(
          session.name(), "the machine was ordered off for a restart and is still on");
    }
    return bring(known(deadline), ON, PowerState.ON, deadline);
  }

  /**
   * "On" right after the order would be the "on" before it. A machine may be off for too short a
   * time to be seen, or not at all; after a while the restart is believed.
   */
  private void awaitLeaving(Deadline deadline) {
    boolean on = true;
    while (on && session.pause().within(deadline)) {
      try {
        on = PowerWord.of(system.read(deadline).body()) == PowerWord.ON;
      } catch (BackendException.Unreachable e) {
        on = !Thread.currentThread().isInterrupted();
      }
    }
  }

  /**
   * What cannot be read, or says nothing, is not there yet. A reading that the deadline cuts off
   * says no more than the one before it.
   */
  private PowerState await(PowerState wanted, Deadline deadline) {
    BackendException trouble = null;
    boolean read = false;
    do {
      try {
        RedfishSession.Resource resource = system.read(deadline);
        PowerWord word = PowerWord.of(resource.body());
        if (word.is(wanted)) {
          return wanted;
        }
        read = true;
        trouble = word == PowerWord.UNKNOWN ? unknown(PowerWord.said(resource.body())) : null;
      } catch (BackendException.Unreachable | BackendException.ProtocolViolation e) {
        trouble = read && deadline.isOver() ? trouble : e;
      }
    } while (!Thread.currentThread().isInterrupted() && session.pause().within(deadline));
    if (trouble != null) {
      throw trouble;
    }
    return wanted == PowerState.ON ? PowerState.OFF : PowerState.ON;
  }
}
