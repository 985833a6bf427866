package org.novabm.netswitch.openflow.wire;

import java.time.Duration;

/**
 * What callers may take of us. Whoever did not say a datapath id that is known is a stranger.
 *
 * @param connections open at one time
 * @param perAddress of them from one address
 * @param strangers of them whose switch is not known; one more, and the oldest gives way
 * @param greeting in which a caller must have said who it is, TLS included
 * @param waiting how long a stranger may then wait to be registered
 */
public record CallLimits(
    int connections, int perAddress, int strangers, Duration greeting, Duration waiting) {}
