package org.novabm.power.redfish;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;

/**
 * What a reading says of the boot override; all of it may be null while a machine switches.
 *
 * @param word the target as it is told
 * @param device null when the word is none that we use
 * @param lasting whether it is for all boots to come
 * @param firmware null when nothing is said of the mode
 */
record BootReading(
    String word, @Nullable BootDevice device, boolean lasting, @Nullable Firmware firmware) {

  static BootReading of(JsonNode system) {
    JsonNode boot = system.path("Boot");
    String enabled = AnswerText.text(boot, "BootSourceOverrideEnabled");
    String target = AnswerText.text(boot, "BootSourceOverrideTarget");
    boolean none = enabled.equals("Disabled") || (enabled.isEmpty() && target.isEmpty());
    String word = none ? "None" : target;
    return new BootReading(
        word, BootWord.device(word), enabled.equals("Continuous"), firmware(boot));
  }

  private static @Nullable Firmware firmware(JsonNode boot) {
    return switch (AnswerText.text(boot, "BootSourceOverrideMode")) {
      case "UEFI" -> Firmware.UEFI;
      case "Legacy" -> Firmware.BIOS;
      default -> null;
    };
  }

  boolean isFor(BootDevice wanted) {
    return device == wanted;
  }

  /** A mode that is not told is taken for the one asked for; so is "lasting" of no override. */
  boolean is(BootSelection wanted) {
    return device == wanted.device()
        && (lasting == wanted.persistent() || device == BootDevice.DEFAULT)
        && (firmware == null || firmware == wanted.firmware());
  }

  /**
   * The same in the words of all power managers.
   *
   * @param unless what the firmware is where nothing is said
   */
  BootSelection selection(BootDevice known, Firmware unless) {
    return new BootSelection(known, lasting, firmware == null ? unless : firmware);
  }
}
