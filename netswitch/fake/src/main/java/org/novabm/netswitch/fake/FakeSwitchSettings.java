package org.novabm.netswitch.fake;

import java.time.Duration;
import org.novabm.spi.BackendSettings;

/**
 * What a fake switch does besides its work.
 *
 * @param delay how long every operation takes, 0 to 1 hour
 * @param failurePercent how many operations of a hundred end as unreachable, 0 to 100
 */
record FakeSwitchSettings(Duration delay, int failurePercent) {

  static final FakeSwitchSettings CALM = new FakeSwitchSettings(Duration.ZERO, 0);

  private static final double MOST_SECONDS = 3600;

  static FakeSwitchSettings from(BackendSettings settings) {
    FakeSwitchSettings read =
        new FakeSwitchSettings(
            delay(settings.text("delay_seconds", "0")),
            settings.number("failure_percent", 0, 0, 100));
    settings.refuseOthers();
    return read;
  }

  private static Duration delay(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds <= MOST_SECONDS) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("delay_seconds = " + text + " is not a number", e);
    }
    throw new IllegalArgumentException("delay_seconds = " + text + " is not between 0 and 3600");
  }
}
