package org.novabm.netswitch.fake;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** What a fake switch does besides its work, in group {@code [netswitch:fake]}. */
record FakeSwitchSettings(
    @Setting(
            value = "What every operation takes.",
            key = "delay_seconds",
            byDefault = "0",
            least = 0,
            most = 3600)
        Duration delay,
    @Setting(
            value =
                "How many operations of a hundred end as if nobody answered; a write was carried"
                    + " out or not, as when a real switch's answer is lost.",
            byDefault = "0",
            most = 100)
        int failurePercent) {

  static final FakeSwitchSettings CALM = new FakeSwitchSettings(Duration.ZERO, 0);
}
