package org.novabm.power.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** The table, by the makers' MIBs. */
class PduModelsTest {

  private final PduModels models = PduModels.load();

  @ParameterizedTest
  @CsvSource({
    "apc_rackpdu, 7,  318.1.1.12.3.3.1.1.4.7,   318.1.1.12.3.3.1.1.4.7,  1, 318.1.1.12.3.3.1.1.4.7,  2",
    "aten,        7,  21317.1.3.2.2.2.2.7.0,    21317.1.3.2.2.2.2.7.0,   2, 21317.1.3.2.2.2.2.7.0,   1",
    "eaton,      0.7, 534.6.6.7.6.6.1.2.0.7,    534.6.6.7.6.6.1.4.0.7,   0, 534.6.6.7.6.6.1.3.0.7,   0",
    "raritan,    1.7, 13742.6.4.1.2.1.3.1.7,    13742.6.4.1.2.1.2.1.7,   1, 13742.6.4.1.2.1.2.1.7,   0",
  })
  void objectsAndValues(
      String name, String outlet, String state, String on, int onValue, String off, int offValue) {
    PduModel model = models.named(name);
    assertThat(model.state(outlet)).hasToString("1.3.6.1.4.1." + state);
    assertThat(model.switchOn().of(outlet))
        .hasToString("1.3.6.1.4.1.%s = %d".formatted(on, onValue));
    assertThat(model.switchOff().of(outlet))
        .hasToString("1.3.6.1.4.1.%s = %d".formatted(off, offValue));
  }

  @Test
  void pendingStatesAreWhatTheOutletStillDoes() {
    PduModel eaton = models.named("eaton");
    assertThat(eaton.on()).containsExactlyInAnyOrder(1, 2);
    assertThat(eaton.off()).containsExactlyInAnyOrder(0, 3);
  }

  @Test
  void aModelThatNobodyKnowsIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> models.named("acme"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("known are auto, apc_rackpdu, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.9", "10.0.0.9,", "10.0.0.9,x", "10.0.0.9,7+", "10.0.0.9,7;8"})
  void anAddressWithoutOutletIsRefused(String address) {
    Endpoint endpoint = new Endpoint(address, 0, "none", Secret.of("public"));
    assertThatThrownBy(() -> new PduPowerProvider().open(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host,outlet");
  }
}
