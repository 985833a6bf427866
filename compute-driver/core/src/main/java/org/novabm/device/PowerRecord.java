package org.novabm.device;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
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
      case PowerReading.Unknown(BackendException why) ->
          new PowerRecord(node, null, reason(why), now);
    };
  }

  /** Of a device that is left alone: what it was left alone for. */
  private static @Nullable String reason(BackendException why) {
    return why.getCause() instanceof BackendException first ? first.getMessage() : why.getMessage();
  }

  /** For people: {@code on}, {@code off} or {@code unknown}. */
  public String word() {
    return state == null ? "unknown" : state == PowerState.ON ? "on" : "off";
  }

  /** Whether both say the same; counts and times in a trouble's words do not matter. */
  boolean agrees(PowerRecord other) {
    return state == other.state && Objects.equals(plain(trouble), plain(other.trouble));
  }

  private static @Nullable String plain(@Nullable String words) {
    return words == null ? null : words.replaceAll("[0-9]+", "");
  }
}
