package org.novabm.power.pdu;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpAccess;
import org.novabm.spi.BackendSettings;

/**
 * What the configuration says of power distribution units, in group {@code [power:pdu]}.
 *
 * @param access how they are asked
 * @param model of all of them; null when each is recognised
 * @param pause between off and on, so that supplies run empty
 */
record PduSettings(SnmpAccess access, @Nullable PduModel model, Duration pause) {

  static PduSettings from(BackendSettings settings, PduModels models) {
    String model = settings.text("model", "auto");
    PduSettings read =
        new PduSettings(
            SnmpAccess.from(settings),
            model.equals("auto") ? null : models.named(model),
            settings.seconds("off_seconds", Duration.ofSeconds(5)));
    settings.refuseOthers();
    return read;
  }
}
