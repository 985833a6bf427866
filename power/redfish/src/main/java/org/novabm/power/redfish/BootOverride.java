package org.novabm.power.redfish;

import java.util.Map;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The object Boot of a ComputerSystem (DSP0268). */
final class BootOverride {

  private static final Map<BootDevice, String> TARGETS =
      Map.of(
          BootDevice.DEFAULT, "None",
          BootDevice.NETWORK, "Pxe",
          BootDevice.DISK, "Hdd",
          BootDevice.CDROM, "Cd",
          BootDevice.FIRMWARE_SETUP, "BiosSetup");

  private BootOverride() {}

  /** What is written for it. */
  static ObjectNode wanted(BootSelection selection, boolean withMode) {
    ObjectNode system = JsonMapper.shared().createObjectNode();
    ObjectNode boot = system.putObject("Boot");
    boot.put("BootSourceOverrideTarget", TARGETS.get(selection.device()));
    boot.put(
        "BootSourceOverrideEnabled",
        selection.device() == BootDevice.DEFAULT
            ? "Disabled"
            : selection.persistent() ? "Continuous" : "Once");
    if (withMode) {
      boot.put("BootSourceOverrideMode", selection.firmware() == Firmware.UEFI ? "UEFI" : "Legacy");
    }
    return system;
  }

  /**
   * What is read.
   *
   * @throws IllegalArgumentException naming a target that we have no word for
   */
  static BootSelection read(JsonNode boot) {
    String enabled = boot.path("BootSourceOverrideEnabled").asString("Disabled");
    Firmware firmware =
        boot.path("BootSourceOverrideMode").asString("UEFI").equals("Legacy")
            ? Firmware.BIOS
            : Firmware.UEFI;
    String target =
        enabled.equals("Disabled")
            ? "None"
            : boot.path("BootSourceOverrideTarget").asString("None");
    for (Map.Entry<BootDevice, String> one : TARGETS.entrySet()) {
      if (one.getValue().equals(target)) {
        return new BootSelection(one.getKey(), enabled.equals("Continuous"), firmware);
      }
    }
    throw new IllegalArgumentException(target);
  }
}
