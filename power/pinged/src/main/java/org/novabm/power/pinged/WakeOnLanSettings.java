package org.novabm.power.pinged;

import java.time.Duration;
import org.novabm.spi.BackendSettings;

/**
 * What the configuration says of machines that are woken, in group {@code [power:wake_on_lan]}.
 *
 * @param broadcast where packets go
 * @param again after which a packet is sent again, while the machine does not answer
 * @param offProgram is called with the machine's address and MAC, and switches it off; empty for
 *     none
 * @param ping the program that sees whether a machine is on
 */
record WakeOnLanSettings(String broadcast, Duration again, String offProgram, String ping) {

  static WakeOnLanSettings from(BackendSettings settings) {
    WakeOnLanSettings read =
        new WakeOnLanSettings(
            settings.text("broadcast", "255.255.255.255"),
            settings.seconds("again_seconds", Duration.ofSeconds(5)),
            settings.text("off_program", ""),
            settings.text("ping", "ping"));
    settings.refuseOthers();
    return read;
  }
}
