package org.novabm.power.redfish;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;

/** The boot device of one machine. */
final class SystemBoot {

  private final RedfishSession session;
  private final ComputerSystem system;

  SystemBoot(RedfishSession session, ComputerSystem system) {
    this.session = session;
    this.system = system;
  }

  BootSelection read(Deadline deadline) {
    BootReading reading = reading(deadline);
    BootDevice device = reading.device();
    if (device == null) {
      throw new BackendException.Refused(
          session.name(),
          "boots from '" + BodyExcerpt.of(reading.word()) + "', which is not one that novabm uses");
    }
    return reading.selection(device, Firmware.UEFI);
  }

  private BootReading reading(Deadline deadline) {
    return BootReading.of(system.read(deadline).body());
  }

  /** Written even when it shows already, for some BMCs show an override that was used up. */
  BootSelection select(BootSelection wanted, Deadline deadline) {
    Verdict verdict =
        new ResourceChange(session)
            .write(system.path(deadline), resource -> BootWays.of(wanted, resource), deadline);
    BackendException refusal =
        switch (verdict) {
          case Verdict.Done _ -> null;
          case Verdict.Later(BackendException why, _) -> why;
          case Verdict.No(BackendException why, _) -> why;
        };
    if (refusal == null) {
      return await(wanted, deadline);
    }
    if (reading(deadline).is(wanted)) {
      return wanted;
    }
    if (verdict instanceof Verdict.No(BackendException.Refused why, boolean account) && !account) {
      return byItself(wanted, why, deadline);
    }
    throw refusal;
  }

  /** Where nothing can be chosen, the firmware's own order may be what is wanted. */
  private BootSelection byItself(
      BootSelection wanted, BackendException.Refused refusal, Deadline deadline) {
    FirmwareOrder order = FirmwareOrder.read(session, system.read(deadline).body(), deadline);
    if (order.leadsTo(wanted.device())) {
      return new BootSelection(wanted.device(), false, wanted.firmware());
    }
    String answered =
        String.valueOf(refusal.getMessage())
            .replace(session.name() + ": ", "")
            .replaceFirst("\\.$", "");
    throw new BackendException.Refused(
        session.name(),
        "%s; the firmware's own order is %s, which does not lead to %s: put the network before the disk there, or let another power manager choose (ipmi)"
            .formatted(
                answered,
                order.options().isEmpty() ? "not told" : order.options(),
                wanted.device()),
        refusal);
  }

  /**
   * The device is waited for, and then a moment longer for what goes with it. What does not come
   * then was not taken, and is told as it is. What cannot be read is not there yet.
   */
  private BootSelection await(BootSelection wanted, Deadline deadline) {
    Deadline end = deadline;
    boolean there = false;
    BootReading last = null;
    BackendException trouble = null;
    do {
      try {
        last = reading(deadline);
      } catch (BackendException.Unreachable e) {
        trouble = e;
        continue;
      }
      if (last.is(wanted)) {
        return last.selection(wanted.device(), wanted.firmware());
      }
      if (last.isFor(wanted.device()) && !there) {
        there = true;
        end = session.pause().soon(deadline);
      }
    } while (!Thread.currentThread().isInterrupted() && session.pause().within(end));
    if (last == null && trouble != null) {
      throw trouble;
    }
    return taken(wanted, last);
  }

  private BootSelection taken(BootSelection wanted, @Nullable BootReading last) {
    if (last == null || !last.isFor(wanted.device())) {
      throw new BackendException.Refused(
          session.name(),
          "the BMC took boot device %s and still shows '%s'; look whether a setting of the firmware or a pending job keeps it"
              .formatted(wanted.device(), last == null ? "" : BodyExcerpt.of(last.word())));
    }
    return last.selection(wanted.device(), wanted.firmware());
  }
}
