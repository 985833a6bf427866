package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may be written to have a boot device (DSP0268, Boot), the best first. */
final class BootWays {

  private static final String TOLD = "@Redfish.AllowableValues";
  private static final String ENABLED = "BootSourceOverrideEnabled";
  private static final String TARGET = "BootSourceOverrideTarget";
  private static final String MODE = "BootSourceOverrideMode";

  private BootWays() {}

  /**
   * For a resource as it was read. A machine of one firmware alone takes no mode; some put it back
   * to their own unless it is written each time. A BMC that knows no lasting override gets one for
   * the next boot: each boot of a deployment has its own.
   */
  static List<JsonNode> of(BootSelection wanted, JsonNode resource) {
    JsonNode boot = resource.path("Boot");
    String target =
        BootWord.of(wanted.device(), wanted.firmware(), AnswerText.texts(boot.path(TARGET + TOLD)));
    List<JsonNode> ways = new ArrayList<>();
    for (String enabled : enabled(wanted, AnswerText.texts(boot.path(ENABLED + TOLD)))) {
      if (boot.has(MODE)) {
        ways.add(way(target, enabled, wanted.firmware()));
      }
      ways.add(way(target, enabled, null));
    }
    return ways;
  }

  private static List<String> enabled(BootSelection wanted, List<String> told) {
    if (wanted.device() == BootDevice.DEFAULT) {
      return List.of("Disabled");
    }
    boolean lasts = wanted.persistent() && (told.isEmpty() || told.contains("Continuous"));
    return lasts ? List.of("Continuous", "Once") : List.of("Once");
  }

  private static ObjectNode way(String target, String enabled, @Nullable Firmware firmware) {
    ObjectNode system = JsonMapper.shared().createObjectNode();
    ObjectNode boot = system.putObject("Boot").put(TARGET, target).put(ENABLED, enabled);
    if (firmware != null) {
      boot.put(MODE, firmware == Firmware.UEFI ? "UEFI" : "Legacy");
    }
    return system;
  }
}
