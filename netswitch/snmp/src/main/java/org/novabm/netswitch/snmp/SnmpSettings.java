package org.novabm.netswitch.snmp;

import java.time.Duration;
import java.util.List;
import org.novabm.snmp.SnmpAccess;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.settings.Setting;

/**
 * What the configuration says of SNMP switches, in group {@code [netswitch:snmp]}.
 *
 * @param access how they are asked
 */
record SnmpSettings(
    SnmpAccess access,
    @Setting("Ports that get, tagged, every VLAN that is attached.") List<String> uplinks,
    @Setting(
            value = "In which a switch must do what it has taken.",
            key = "proof_timeout",
            byDefault = "10")
        Duration proofPatience) {

  static final SnmpSettings STANDARD =
      BackendSettings.none("netswitch:snmp").as(SnmpSettings.class);

  SnmpSettings {
    uplinks = List.copyOf(uplinks);
  }
}
