package org.novabm.power.pdu;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpAccess;
import org.novabm.spi.settings.Setting;

/**
 * What the configuration says of power distribution units, in group {@code [power:pdu]}.
 *
 * @param access how they are asked
 */
record PduSettings(
    @Setting(
            value =
                "Model of all of them: apc_rackpdu, apc_masterswitch, apc_masterswitchplus,"
                    + " cyberpower, aten, teltronix, baytech, eaton or raritan; auto recognises"
                    + " each.",
            byDefault = "auto",
            unit = "one word")
        String model,
    @Setting(
            value = "Between off and on of a power cycle, so that supplies run empty.",
            key = "off_seconds",
            byDefault = "5")
        Duration pause,
    SnmpAccess access) {

  /**
   * The model of all units; null when each is recognised.
   *
   * @throws IllegalArgumentException naming those there are
   */
  @Nullable PduModel modelAmong(PduModels models) {
    return model.equals("auto") ? null : models.named(model);
  }
}
