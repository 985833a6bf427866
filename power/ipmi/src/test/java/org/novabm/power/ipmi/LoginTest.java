package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class LoginTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static IpmiSimulator simulator;
  private final IpmiPowerProvider provider = new IpmiPowerProvider();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator = IpmiSimulator.start(folder);
  }

  @AfterAll
  static void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void anUnknownUserIsRefusedByName() {
    assertThatThrownBy(() -> stateFor("nobody", "secret"))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("'nobody'")
        .hasMessageContaining("check both");
  }

  @Test
  void anEmptyPasswordIsAPassword() {
    assertThat(stateFor("guest", "")).isEqualTo(PowerState.OFF);
  }

  @Test
  void anOperatorMayLogInAsOperator() {
    provider.configure(new BackendSettings("power:ipmi", Map.of("privilege", "operator")));
    assertThat(stateFor("operator", IpmiSimulator.PASSWORD)).isEqualTo(PowerState.OFF);
  }

  @Test
  void aRefusedSuiteIsUnsupported() {
    provider.configure(new BackendSettings("power:ipmi", Map.of("cipher_suites", "17")));
    assertThatThrownBy(() -> stateFor("admin", IpmiSimulator.PASSWORD))
        .isInstanceOf(BackendException.Unsupported.class)
        .hasMessageContaining("cipher suite 17");
  }

  @Test
  void aRefusedLoginLeavesNoSlotOccupied() {
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> stateFor("admin", "wrong"))
          .isInstanceOf(BackendException.Refused.class);
    }
    assertThat(stateFor("admin", IpmiSimulator.PASSWORD)).isEqualTo(PowerState.OFF);
  }

  @Test
  void aHundredSessionsOneAfterAnotherLeaveNoSlotOccupied() {
    for (int i = 0; i < 100; i++) {
      assertThat(stateFor("admin", IpmiSimulator.PASSWORD)).isEqualTo(PowerState.OFF);
    }
    assertThat(provider.packets().dropped().values()).containsOnly(0L);
  }

  @Test
  void anUnknownHostIsUnreachable() {
    Endpoint nowhere = simulator.endpoint();
    Endpoint endpoint =
        new Endpoint("no.such.host.invalid", 623, nowhere.user(), nowhere.password());
    try (PowerManager power = provider.open(endpoint)) {
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("resolved");
    }
  }

  private PowerState stateFor(String user, String password) {
    try (PowerManager power = provider.open(simulator.endpoint(user, password))) {
      return power.state(PATIENCE);
    }
  }
}
