package org.novabm.power.fake;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** Settings of group {@code [power:fake]}. */
record FakePowerSettings(
    @Setting(
            value = "What every operation takes.",
            key = "delay_seconds",
            byDefault = "0",
            least = 0,
            most = 3600)
        Duration delay,
    @Setting(
            value = "How many operations of a hundred fail as if nobody answered.",
            byDefault = "0",
            most = 100)
        int failurePercent) {

  static final FakePowerSettings PROMPT_AND_RELIABLE = new FakePowerSettings(Duration.ZERO, 0);
}
