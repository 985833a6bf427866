package org.novabm.power.ipmi;

import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.BootFlags;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.DeviceId;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boot device, by System Boot Options parameter 5 (IPMI 2.0, sections 28.12 and 28.13).
 *
 * <p>"Set in progress" (parameter 0) is left alone: it keeps several writers apart from a reader
 * that needs several parameters, and here one command writes one parameter whole. The valid bit is
 * set in every write and not looked at in a reading, as some BMCs keep the device and drop the bit.
 */
final class BootOptions {

  private static final Logger log = LoggerFactory.getLogger(BootOptions.class);

  private final IpmiBmc bmc;
  private final IpmiSettings settings;
  private volatile @Nullable Quirks quirks;

  BootOptions(IpmiBmc bmc, IpmiSettings settings) {
    this.bmc = bmc;
    this.settings = settings;
  }

  BootSelection read(CommandDeadline deadline) {
    return selection(readFlags(deadline), deadline);
  }

  private BootSelection selection(BootFlags flags, CommandDeadline deadline) {
    return new BootSelection(
        device(flags, deadline), flags.persistent(), flags.uefi() ? Firmware.UEFI : Firmware.BIOS);
  }

  BootSelection select(BootSelection selection, CommandDeadline deadline) {
    if (settings.keepBootFlags()) {
      keepFlags(deadline);
    }
    boolean uefi = selection.firmware() == Firmware.UEFI;
    int selector =
        uefi && selection.device() == BootDevice.DISK
            ? quirks(deadline).uefiDisk()
            : selector(selection.device());
    BootFlags wanted = new BootFlags(true, selection.persistent(), uefi, selector);
    bmc.execute(IpmiCommand.setBootFlags(wanted), deadline);
    return selection(awaitDevice(selection.device(), selector, deadline), deadline);
  }

  /** Asked for once, and only where they matter. */
  private Quirks quirks(CommandDeadline deadline) {
    Quirks known = quirks;
    if (known == null) {
      Octets data = bmc.execute(IpmiCommand.getDeviceId(), deadline);
      try {
        known = Quirks.of(DeviceId.parse(data));
      } catch (MalformedPacketException e) {
        log.debug("{}: it does not say who made it: '{}'", bmc.name(), data);
        known = Quirks.NONE;
      }
      quirks = known;
    }
    return known;
  }

  /** Optional in the specification, and so its refusal is no failure. */
  private void keepFlags(CommandDeadline deadline) {
    CompletionCode completion = bmc.ask(IpmiCommand.keepBootFlags(), deadline).completion();
    if (!completion.equals(CompletionCode.DONE)) {
      log.debug("{}: boot flags may expire after a minute: {}", bmc.name(), completion);
    }
  }

  private BootFlags awaitDevice(BootDevice device, int selector, CommandDeadline deadline) {
    DoublingPauses backoff = settings.betweenReadings();
    BootFlags flags = readFlags(deadline);
    while (flags.device() != selector) {
      if (!bmc.pause(backoff, deadline)) {
        throw new BackendException.Refused(
            bmc.name(),
            "the BMC accepted boot device "
                + device
                + " and still shows device "
                + flags.device()
                + "; does it allow a change by IPMI?");
      }
      flags = readFlags(deadline);
    }
    return flags;
  }

  private BootFlags readFlags(CommandDeadline deadline) {
    Octets data = bmc.execute(IpmiCommand.getBootFlags(), deadline);
    try {
      return BootFlags.parse(data);
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "boot flags that cannot be read: '" + data + "'", e);
    }
  }

  /** Boot device selectors of table 28-14. */
  private static int selector(BootDevice device) {
    return switch (device) {
      case DEFAULT -> 0x0;
      case NETWORK -> 0x1;
      case DISK -> 0x2;
      case CDROM -> 0x5;
      case FIRMWARE_SETUP -> 0x6;
    };
  }

  private BootDevice device(BootFlags flags, CommandDeadline deadline) {
    int selector = flags.device();
    for (BootDevice device : BootDevice.values()) {
      if (selector(device) == selector) {
        return device;
      }
    }
    if (flags.uefi() && selector == quirks(deadline).uefiDisk()) {
      return BootDevice.DISK;
    }
    throw new BackendException.Unsupported(
        bmc.name(), "boot device selector " + selector + " of the BMC is not one that novabm uses");
  }
}
