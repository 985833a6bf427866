package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class SuiteFallbacksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(ints = {3, 17})
  void aBmcWithoutTheBestSuiteIsToldOnce(int suite) throws IOException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.of(suite), new ScriptedChassis());
        IpmiPowerProvider provider = new IpmiPowerProvider()) {
      for (int i = 0; i < 2; i++) {
        try (PowerManager power = provider.open(bmc.endpoint())) {
          assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
        }
      }
      if (suite == 3) {
        assertThat(provider.fallbacks().told()).containsExactly(bmc.endpoint().display());
      } else {
        assertThat(provider.fallbacks().told()).isEmpty();
      }
    }
  }
}
