package org.novabm.step;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.VirtualMedia;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Chooses what the machine boots from. The choice is persistent, since one that holds for a single
 * boot is lost when the power fails at the wrong moment. Network stands for the ramdisk, whose boot
 * back end says what to boot: a medium is put into the drive for it. Undone by choosing the disk,
 * which takes the medium out.
 */
public final class SetBootDevice implements Step {

  private final Devices devices;
  private final Deployers deployers;
  private final Duration timeout;

  public SetBootDevice(Devices devices, Deployers deployers, Duration timeout) {
    this.devices = devices;
    this.deployers = deployers;
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
    BootTarget target =
        "network".equals(context.argument("from"))
            ? deployers.boot(context).target(context.job())
            : new BootTarget.Disk();
    return devices.power(node, timeout, manager -> pointed(manager, node, target, context));
  }

  private StepOutcome pointed(
      PowerManager manager, Node node, BootTarget target, StepContext context) {
    return switch (target) {
      case BootTarget.Network() -> chosen(manager, BootDevice.NETWORK, node);
      case BootTarget.Disk() -> {
        ejectOurs(manager, context);
        yield chosen(manager, BootDevice.DISK, node);
      }
      case BootTarget.Media(var image) -> fromMedia(manager, node, image);
      case BootTarget.Http(var file) ->
          new StepOutcome.Failed(
              "no power manager can have a machine boot %s; name another boot_interface for the node"
                  .formatted(file));
    };
  }

  private StepOutcome fromMedia(PowerManager manager, Node node, URI image) {
    if (manager instanceof VirtualMedia drive && manager instanceof BootDeviceControl) {
      drive.insert(image, timeout);
      return chosen(manager, BootDevice.CDROM, node);
    }
    return new StepOutcome.Failed(
        "the power manager of %s cannot put an image into a drive and boot from it; name another boot_interface for the node, or a power manager that can, such as redfish"
            .formatted(node.display()));
  }

  /** What somebody else put into the drive is left there. */
  private void ejectOurs(PowerManager manager, StepContext context) {
    if (!(manager instanceof VirtualMedia drive)) {
      return;
    }
    List<URI> ours =
        deployers.bootsAtEnd(context).stream()
            .map(boot -> boot.target(context.job()))
            .flatMap(it -> it instanceof BootTarget.Media(var uri) ? Stream.of(uri) : Stream.of())
            .toList();
    if (!ours.isEmpty() && ours.contains(drive.inserted(timeout))) {
      drive.eject(timeout);
    }
  }

  private StepOutcome chosen(PowerManager manager, BootDevice device, Node node) {
    if (manager instanceof BootDeviceControl control) {
      BootSelection wanted = new BootSelection(device, true, node.firmware());
      return new StepOutcome.Done(taken(wanted, control.select(wanted, timeout)));
    }
    return new StepOutcome.Done("the power manager cannot choose; the firmware's own order holds");
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
