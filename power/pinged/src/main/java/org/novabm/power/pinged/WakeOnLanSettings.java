package org.novabm.power.pinged;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** What the configuration says of machines that are woken, in group {@code [power:wake_on_lan]}. */
record WakeOnLanSettings(
    @Setting(value = "Where packets go.", byDefault = "255.255.255.255") String broadcast,
    @Setting(
            value = "Until a packet is sent again, while the machine does not answer.",
            key = "again_seconds",
            byDefault = "5")
        Duration again,
    @Setting(
            "Program that is called with a machine's address and MAC, and switches it off; empty for"
                + " none.")
        String offProgram,
    @Setting(
            value = "Program that sees whether a machine is on; takes ping's options.",
            byDefault = "ping")
        String ping) {}
