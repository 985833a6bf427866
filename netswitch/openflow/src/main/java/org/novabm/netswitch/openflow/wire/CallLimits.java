package org.novabm.netswitch.openflow.wire;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** What callers may take of us. Whoever did not say a datapath id that is known is a stranger. */
public record CallLimits(
    @Setting(
            value = "Switches and other callers that may be connected at one time.",
            byDefault = "128",
            least = 1,
            most = 65_536)
        int connections,
    @Setting(
            value = "Of these, from one address.",
            key = "connections_per_address",
            byDefault = "32",
            least = 1,
            most = 65_536)
        int perAddress,
    @Setting(
            value =
                "Of these, callers that are no registered switch; one more, and the oldest gives"
                    + " way.",
            byDefault = "32",
            least = 1,
            most = 65_536)
        int strangers,
    @Setting(
            value = "In which a caller must say who it is, TLS included.",
            key = "greeting_timeout",
            byDefault = "5")
        Duration greeting,
    @Setting(
            value = "For which a switch waits to be registered, connected; then it is hung up on.",
            key = "stranger_timeout",
            byDefault = "30")
        Duration waiting) {}
