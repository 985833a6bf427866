package org.novabm.power.redfish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.Firmware;

/** BootSourceOverrideTarget's words for devices (DSP0268), and those of makers. */
final class BootWord {

  private BootWord() {}

  /** The first of the words for a device that the BMC lists; the standard's where it lists none. */
  static String of(BootDevice device, Firmware firmware, List<String> told) {
    List<String> words = words(device, firmware);
    return words.stream().filter(told::contains).findFirst().orElse(standard(device));
  }

  private static String standard(BootDevice device) {
    return switch (device) {
      case DEFAULT -> "None";
      case NETWORK -> "Pxe";
      case DISK -> "Hdd";
      case CDROM -> "Cd";
      case FIRMWARE_SETUP -> "BiosSetup";
    };
  }

  /**
   * Supermicro's X10 has other words in UEFI mode. X10 to X12 show the virtual drive as one at USB,
   * and boot from "Cd" only what is built in.
   */
  private static List<String> words(BootDevice device, Firmware firmware) {
    boolean uefi = firmware == Firmware.UEFI;
    return switch (device) {
      case DISK -> uefi ? List.of("UefiHdd", "Hdd") : List.of("Hdd");
      case CDROM ->
          uefi
              ? List.of("UefiUsbCd", "UsbCd", "Cd", "UefiCd", "CD/DVD")
              : List.of("UsbCd", "Cd", "CD/DVD");
      case DEFAULT, NETWORK, FIRMWARE_SETUP -> List.of(standard(device));
    };
  }

  /** Null when it is none that we use. */
  static @Nullable BootDevice device(String word) {
    return switch (word) {
      case "None" -> BootDevice.DEFAULT;
      case "Pxe" -> BootDevice.NETWORK;
      case "Hdd", "UefiHdd" -> BootDevice.DISK;
      case "Cd", "UsbCd", "UefiCd", "UefiUsbCd", "CD/DVD" -> BootDevice.CDROM;
      case "BiosSetup" -> BootDevice.FIRMWARE_SETUP;
      default -> null;
    };
  }
}
