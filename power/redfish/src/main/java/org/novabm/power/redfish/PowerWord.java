package org.novabm.power.redfish;

import java.util.Locale;
import org.novabm.spi.power.PowerState;
import tools.jackson.databind.JsonNode;

/**
 * What a reading says of the power (DSP0268, PowerState). It may be null, or a word of the maker's
 * own, while the machine switches.
 */
enum PowerWord {
  ON,
  OFF,
  COMING,
  GOING,
  UNKNOWN;

  static PowerWord of(JsonNode system) {
    return switch (AnswerText.text(system, "PowerState").toLowerCase(Locale.ROOT)) {
      case "on", "paused" -> ON;
      case "off" -> OFF;
      case "poweringon" -> COMING;
      case "poweringoff" -> GOING;
      default -> UNKNOWN;
    };
  }

  /** What was said, for messages. */
  static String said(JsonNode system) {
    return BodyExcerpt.of(system.path("PowerState").toString());
  }

  boolean is(PowerState wanted) {
    return wanted == PowerState.ON ? this == ON : this == OFF;
  }

  /** Whether it is there or on its way. */
  boolean turnsTo(PowerState wanted) {
    return is(wanted) || (wanted == PowerState.ON ? this == COMING : this == GOING);
  }
}
