package org.novabm.power.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;
import org.novabm.spi.power.PowerState;

class FakePowerProviderTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void isFoundByName() {
    assertThat(ServiceLoader.load(PowerManagerProvider.class))
        .extracting(PowerManagerProvider::name)
        .containsExactly("fake");
  }

  @Test
  void machinesAreToldApartByAddress() {
    FakePowerProvider provider = new FakePowerProvider();
    try (PowerManager first = provider.open(node("a"))) {
      first.apply(PowerAction.ON, SECOND);
    }
    assertThat(provider.power(node("a"))).isEqualTo(PowerState.ON);
    assertThat(provider.power(node("b"))).isEqualTo(PowerState.OFF);
  }

  @Test
  void failsAtTheRateItWasTold() {
    FakePowerProvider provider = configured(Map.of("failure_percent", "50"));
    long failures = IntStream.range(0, 1000).filter(_ -> fails(provider)).count();
    assertThat(failures).isBetween(350L, 650L);
  }

  @Test
  void aDelayBeyondTheDeadlineIsNoAnswer() {
    FakePowerProvider provider = configured(Map.of("delay_seconds", "1800.5"));
    try (PowerManager power = provider.open(node("a"))) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, Duration.ofMillis(10)))
          .isInstanceOf(BackendException.Unreachable.class);
    }
    assertThat(provider.power(node("a"))).isEqualTo(PowerState.OFF);
  }

  @Test
  void anInterruptedOperationEnds() {
    FakePowerProvider provider = configured(Map.of("delay_seconds", "60"));
    try (PowerManager power = provider.open(node("a"))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> power.state(Duration.ofMinutes(2)))
          .isInstanceOf(BackendException.Unreachable.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void manyThreadsSwitchManyMachines() {
    FakePowerProvider provider = configured(Map.of("delay_seconds", "0.001"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1000).forEach(i -> threads.execute(() -> fails(provider, node("m" + i))));
    }
    assertThat(IntStream.range(0, 1000))
        .allSatisfy(i -> assertThat(provider.power(node("m" + i))).isEqualTo(PowerState.ON));
  }

  @ParameterizedTest
  @CsvSource({
    "delay_seconds,-1",
    "delay_seconds,3601",
    "delay_seconds,1e999999999",
    "delay_seconds,soon",
    "failure_percent,101",
    "failure_percent,-1",
    "failure_rate,1"
  })
  void wrongSettingsAreRefused(String key, String value) {
    assertThatThrownBy(() -> configured(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  private static FakePowerProvider configured(Map<String, String> settings) {
    FakePowerProvider provider = new FakePowerProvider();
    provider.configure(new BackendSettings("power:fake", settings));
    return provider;
  }

  private static boolean fails(FakePowerProvider provider) {
    return fails(provider, node("a"));
  }

  private static boolean fails(FakePowerProvider provider, Endpoint node) {
    try (PowerManager power = provider.open(node)) {
      power.apply(PowerAction.ON, Duration.ofSeconds(30));
      return false;
    } catch (BackendException.Unreachable e) {
      return true;
    }
  }

  private static Endpoint node(String address) {
    return new Endpoint(address, 0, "", Secret.EMPTY);
  }
}
