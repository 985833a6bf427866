package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.BootDevice;
import tools.jackson.databind.JsonNode;

/**
 * What a machine boots from by itself (DSP0268, Boot and BootOption): for BMCs that let nobody
 * choose. It is read and never changed: it is the operator's.
 *
 * @param options that are in use, the first to be tried first
 */
record FirmwareOrder(List<Option> options) {

  enum Option {
    NETWORK,
    DISK,
    OTHER
  }

  /** That of a machine; empty where it tells none. */
  static FirmwareOrder read(RedfishSession session, JsonNode system, Deadline deadline) {
    List<String> order = AnswerText.texts(system.path("Boot").path("BootOrder"));
    String all = AnswerText.text(system.path("Boot").path("BootOptions"), "@odata.id");
    if (order.isEmpty() || all.isEmpty()) {
      return new FirmwareOrder(List.of());
    }
    Map<String, Option> known = new HashMap<>();
    for (String path : Members.of(session, session.path(all), deadline)) {
      JsonNode option = session.get(path, deadline).body();
      if (option.path("BootOptionEnabled").asBoolean(true)) {
        known.put(AnswerText.text(option, "BootOptionReference"), option(option));
      }
    }
    List<Option> options = new ArrayList<>();
    order.stream().filter(known::containsKey).map(known::get).forEach(options::add);
    return new FirmwareOrder(options);
  }

  /** By its alias, else by its UEFI device path (UEFI 2.10, 10.3). */
  private static Option option(JsonNode option) {
    String path = AnswerText.text(option, "UefiDevicePath");
    return switch (AnswerText.text(option, "Alias")) {
      case "Pxe", "UefiHttp" -> Option.NETWORK;
      case "Hdd" -> Option.DISK;
      case "" -> path.contains("MAC(") ? Option.NETWORK : isDisk(path) ? Option.DISK : Option.OTHER;
      default -> Option.OTHER;
    };
  }

  private static boolean isDisk(String path) {
    return List.of("HD(", "NVMe(", "Sata(", "SAS(", "SasEx(", "Scsi(").stream()
        .anyMatch(path::contains);
  }

  /**
   * Whether a machine that is left to it comes to the device: to the network when no disk is before
   * it, and to the disk when there is one, for no server answers a machine that is not to be
   * deployed.
   */
  boolean leadsTo(BootDevice device) {
    int network = options.indexOf(Option.NETWORK);
    int disk = options.indexOf(Option.DISK);
    return switch (device) {
      case NETWORK -> network >= 0 && (disk < 0 || network < disk);
      case DISK -> disk >= 0;
      case DEFAULT -> true;
      case CDROM, FIRMWARE_SETUP -> false;
    };
  }
}
