package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class RestartedBmcTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private IpmiSimulator simulator;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator = IpmiSimulator.start(folder);
  }

  @AfterEach
  void stop() {
    provider.close();
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void aForgottenSessionIsMadeAnew() throws IOException {
    try (PowerManager power = provider.open(simulator.endpoint())) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      simulator.restart();
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.ON);
      simulator.restart();
      assertThat(power.apply(PowerAction.OFF, PATIENCE)).isEqualTo(PowerState.OFF);
    }
    assertThat(simulator.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void aForgottenSessionIsMadeAnewWithinAShortDeadline() throws IOException {
    provider.configure(new BackendSettings("power:ipmi", Map.of("timeout_seconds", "2")));
    try (PowerManager power = provider.open(simulator.endpoint())) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
      simulator.restart();
      assertThat(power.state(Duration.ofSeconds(3))).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void aDeadBmcIsUnreachableAndComesBack() throws IOException {
    try (PowerManager power = provider.open(simulator.endpoint())) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
      simulator.kill();
      assertThatThrownBy(() -> power.state(Duration.ofSeconds(2)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("no answer");
      simulator.restart();
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void anUnusedSessionIsNotTrusted() {
    provider.configure(new BackendSettings("power:ipmi", Map.of("session_idle_seconds", "0.001")));
    try (PowerManager power = provider.open(simulator.endpoint());
        PowerManager another = provider.open(simulator.endpoint())) {
      power.state(PATIENCE);
      long one = provider.packets().sent();
      another.state(PATIENCE);
      power.state(PATIENCE);
      assertThat(provider.packets().sent()).isGreaterThanOrEqualTo(3 * one);
    }
  }

  @Test
  void aClosedSocketIsOpenedAnew() {
    try (PowerManager power = provider.open(simulator.endpoint())) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
      provider.close();
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.Unreachable.class);
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void interruptionEndsTheOperationAndSparesTheSocket() {
    try (PowerManager power = provider.open(simulator.endpoint())) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void aClosedManagerIsNotUsed() {
    PowerManager power = provider.open(simulator.endpoint());
    power.close();
    assertThatThrownBy(() -> power.state(PATIENCE)).isInstanceOf(IllegalStateException.class);
  }
}
