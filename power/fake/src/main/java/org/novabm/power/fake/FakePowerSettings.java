package org.novabm.power.fake;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;

/**
 * Settings of group {@code [power:fake]}.
 *
 * @param delay what every operation takes; key {@code delay_seconds}, 0 to 3600, default 0
 * @param failurePercent how many operations of a hundred fail as if nobody answered; key {@code
 *     failure_percent}, 0 to 100, default 0
 */
record FakePowerSettings(Duration delay, int failurePercent) {

  static final FakePowerSettings PROMPT_AND_RELIABLE = new FakePowerSettings(Duration.ZERO, 0);

  private static final BigDecimal LONGEST_DELAY = BigDecimal.valueOf(3600);

  static FakePowerSettings from(BackendSettings settings) {
    FakePowerSettings read =
        new FakePowerSettings(
            seconds(settings.text("delay_seconds", "0")),
            settings.number("failure_percent", 0, 0, 100));
    settings.refuseOthers();
    return read;
  }

  private static Duration seconds(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() >= 0 && seconds.compareTo(LONGEST_DELAY) <= 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
      }
    } catch (NumberFormatException e) {
      throw wrong(text, e);
    }
    throw wrong(text, null);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "[power:fake] delay_seconds = " + text + " is not a number between 0 and 3600", cause);
  }
}
