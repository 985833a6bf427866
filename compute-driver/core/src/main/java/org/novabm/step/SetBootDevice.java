package org.novabm.step;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Chooses what the machine boots from. The choice is persistent, since one that holds for a single
 * boot is lost when the power fails at the wrong moment. Choosing the network is undone by choosing
 * the disk.
 */
public final class SetBootDevice implements Step {

  private final Devices devices;
  private final Duration timeout;

  public SetBootDevice(Devices devices, Duration timeout) {
    this.devices = devices;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "boot_device";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "set " + arguments.get("from") + " boot";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return "network".equals(arguments.get("from"))
        ? new StepCall(name(), Map.of("from", "disk"))
        : null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    BootSelection wanted = new BootSelection(device(context), true, node.firmware());
    return devices.power(
        node,
        timeout,
        manager -> {
          if (manager instanceof BootDeviceControl control) {
            return new StepOutcome.Done(taken(wanted, control.select(wanted, timeout)));
          }
          return new StepOutcome.Done(
              "the power manager cannot choose; the firmware's own order holds");
        });
  }

  private static BootDevice device(StepContext context) {
    return BootDevice.valueOf(context.argument("from").toUpperCase(Locale.ROOT));
  }

  /**
   * No failure: some BMCs drop what goes with the device, and the machine boots from it even so.
   */
  private static String taken(BootSelection wanted, BootSelection read) {
    StringBuilder note = new StringBuilder("boots from " + wanted.device());
    if (read.firmware() != wanted.firmware()) {
      note.append(
          "; the BMC did not take %s and shows %s, so should the machine not come, set the mode in its firmware, or register the node with the other one"
              .formatted(wanted.firmware(), read.firmware()));
    }
    if (!read.persistent() && wanted.device() != BootDevice.DEFAULT) {
      note.append(
          "; the next time only, because the BMC keeps no choice: include the disk in the "
              + "firmware's own order");
    }
    return note.toString();
  }
}
