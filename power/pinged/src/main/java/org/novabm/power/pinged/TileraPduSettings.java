package org.novabm.power.pinged;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** What the configuration says of the outlets' program, in group {@code [power:tilera_pdu]}. */
record TileraPduSettings(
    @Setting(
            value = "Program that is called with the unit's address and a mode, and switches.",
            byDefault = "/tftpboot/pdu_mgr")
        String program,
    @Setting(value = "Address of the unit.", byDefault = "10.0.100.1") String pduAddress,
    @Setting(value = "The mode that switches on.", byDefault = "1", most = 99) int on,
    @Setting(value = "The mode that switches off.", byDefault = "2", most = 99) int off,
    @Setting(value = "Between off and on of a power cycle.", key = "off_seconds", byDefault = "9")
        Duration pause,
    @Setting(
            value = "Program that sees whether a machine is on; takes ping's options.",
            byDefault = "ping")
        String ping) {}
