package org.novabm.power.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.settings.SettingDescription;

class PduSettingsTest {

  @Test
  void everyModelStandsInTheHelp() {
    String help = SettingDescription.of(PduSettings.class).getFirst().help();
    assertThat(PduModels.load().names().split(", ")).isNotEmpty().allMatch(help::contains);
  }

  @Test
  void anUnknownModelIsRefusedAtTheStart() {
    BackendSettings settings = new BackendSettings("power:pdu", Map.of("model", "apc"));
    assertThatThrownBy(() -> new PduPowerProvider().configure(settings))
        .hasMessageStartingWith("[power:pdu] model = apc: known are auto, ");
  }
}
