package org.novabm.netswitch.snmp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.novabm.snmp.SnmpAccess;
import org.novabm.spi.BackendSettings;

/**
 * What the configuration says of SNMP switches.
 *
 * @param access how they are asked
 * @param uplinks ports that carry every VLAN that is attached
 * @param proofPatience how long a switch may take to do what it has taken
 */
record SnmpSettings(SnmpAccess access, Set<String> uplinks, Duration proofPatience) {

  static final SnmpSettings STANDARD = from(BackendSettings.none("netswitch:snmp"));

  static SnmpSettings from(BackendSettings settings) {
    SnmpSettings read =
        new SnmpSettings(
            SnmpAccess.from(settings),
            Arrays.stream(settings.text("uplinks", "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet()),
            settings.seconds("proof_timeout", Duration.ofSeconds(10)));
    settings.refuseOthers();
    return read;
  }
}
