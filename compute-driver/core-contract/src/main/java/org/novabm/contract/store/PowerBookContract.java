package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.novabm.device.PowerRecord;
import org.novabm.spi.power.PowerState;

public interface PowerBookContract extends OnStores {

  Instant NOON = Instant.parse("2026-11-27T12:00:00.123456Z");

  @Test
  default void whatIsKnownOfThePowerIsKept() {
    PowerRecord on = new PowerRecord(1, PowerState.ON, null, NOON);
    PowerRecord unknown = new PowerRecord(3, null, "no answer; is it plugged in?", NOON);
    PowerRecord off = new PowerRecord(1, PowerState.OFF, null, NOON.plusSeconds(1));
    stage().power().write(on);
    stage().power().write(unknown);
    assertThat(stage().power().find(1)).isEqualTo(on);
    assertThat(stage().power().find(2)).isNull();

    stage().power().write(off);
    assertThat(stage().power().between(1, 3)).hasSize(2).containsEntry(1L, off);
    assertThat(stage().power().between(2, 3)).hasSize(1).containsEntry(3L, unknown);
    assertThat(stage().power().between(4, 9)).isEmpty();
  }
}
