package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;

/**
 * Chooses what the machine boots from. The choice is persistent, since one that holds for a single
 * boot is lost when the power fails at the wrong moment. Choosing the network is undone by choosing
 * the disk.
 */
public final class SetBootDevice implements ProvisioningStep {

  private final Devices devices;
  private final BootDevice device;
  private final Duration timeout;

  public SetBootDevice(Devices devices, BootDevice device, Duration timeout) {
    this.devices = devices;
    this.device = device;
    this.timeout = timeout;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.OUTCOME;
    }
    BootSelection wanted = new BootSelection(device, true, node.firmware());
    return devices.power(
        node,
        manager -> {
          if (manager instanceof BootDeviceControl control) {
            return new StepOutcome.Done(taken(wanted, control.select(wanted, timeout)));
          }
          return new StepOutcome.Done(
              "the power manager cannot choose; the firmware's own order holds");
        });
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
          "; the next time only, for the BMC keeps no choice, so let the firmware's own order have the disk in it");
    }
    return note.toString();
  }
}
