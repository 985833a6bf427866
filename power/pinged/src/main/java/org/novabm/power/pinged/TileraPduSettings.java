package org.novabm.power.pinged;

import java.time.Duration;
import org.novabm.spi.BackendSettings;

/**
 * What the configuration says of the outlets' program, in group {@code [power:tilera_pdu]}.
 *
 * @param program is called with the unit's address and a mode
 * @param pduAddress of the unit
 * @param on the mode that switches on
 * @param off the mode that switches off
 * @param pause between off and on of a power cycle
 * @param ping the program that sees whether a machine is on
 */
record TileraPduSettings(
    String program, String pduAddress, int on, int off, Duration pause, String ping) {

  private static final int MOST = 99;

  static TileraPduSettings from(BackendSettings settings) {
    TileraPduSettings read =
        new TileraPduSettings(
            settings.text("program", "/tftpboot/pdu_mgr"),
            settings.text("pdu_address", "10.0.100.1"),
            settings.number("on", 1, 0, MOST),
            settings.number("off", 2, 0, MOST),
            settings.seconds("off_seconds", Duration.ofSeconds(9)),
            settings.text("ping", "ping"));
    settings.refuseOthers();
    return read;
  }
}
