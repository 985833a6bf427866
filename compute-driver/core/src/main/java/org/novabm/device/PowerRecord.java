package org.novabm.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.PowerState;

/**
 * What was last found out about a machine's power.
 *
 * @param state null when it is not known
 * @param trouble why it is not known, and what to do; null when it is
 * @param since when that was first found
 */
public record PowerRecord(
    long node, @Nullable PowerState state, @Nullable String trouble, Instant since) {

  static PowerRecord of(long node, PowerReading reading, Instant now) {
    return switch (reading) {
      case PowerReading.Is(PowerState state) -> new PowerRecord(node, state, null, now);
      case PowerReading.Unknown(var why) -> new PowerRecord(node, null, why.getMessage(), now);
    };
  }

  /** For people: {@code on}, {@code off} or {@code unknown}. */
  public String word() {
    return state == null ? "unknown" : state == PowerState.ON ? "on" : "off";
  }

  /** Whether both say the same; the words of a trouble may change from time to time. */
  boolean agrees(PowerRecord other) {
    return state == other.state;
  }
}
