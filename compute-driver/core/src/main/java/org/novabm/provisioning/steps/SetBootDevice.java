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
            control.select(wanted, timeout);
            return new StepOutcome.Done("boots from " + device);
          }
          return new StepOutcome.Done(
              "the power manager cannot choose; the firmware's own order holds");
        });
  }
}
