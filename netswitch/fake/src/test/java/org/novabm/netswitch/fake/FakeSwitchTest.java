package org.novabm.netswitch.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.network.VlanId;

class FakeSwitchTest {

  private static final Endpoint ONE = Endpoint.parse("one", "", Secret.EMPTY);
  private static final PortName PORT = new PortName("p1");
  private static final Access VLAN = new Access(new VlanId(7));
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(SwitchManagerProvider.class))
        .extracting(SwitchManagerProvider::name)
        .containsExactly("fake");
  }

  @Test
  void switchesOfDifferentAddressesAreDifferent() {
    FakeSwitchProvider provider = new FakeSwitchProvider();
    provider.open(ONE).attach(PORT, VLAN, LONG);
    Endpoint other = Endpoint.parse("two", "", Secret.EMPTY);
    assertThat(provider.open(other).read(PORT, LONG).isIdle()).isTrue();
  }

  @Test
  void everyOperationFailsWhenAllAreToFail() {
    SwitchManager manager = manager(Map.of("failure_percent", "100"));
    assertThatThrownBy(() -> manager.read(PORT, LONG))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("on purpose");
  }

  @Test
  void aFailedWriteMayHaveBeenCarriedOut() {
    FakeSwitchProvider provider = new FakeSwitchProvider();
    provider.configure(settings(Map.of("failure_percent", "100")));
    SwitchManager failing = provider.open(ONE);
    IntStream.range(0, 200)
        .forEach(
            i ->
                assertThatThrownBy(() -> failing.attach(new PortName("p" + i), VLAN, LONG))
                    .isInstanceOf(BackendException.Unreachable.class));
    provider.configure(settings(Map.of()));
    SwitchManager calm = provider.open(ONE);
    long moved =
        IntStream.range(0, 200)
            .filter(i -> calm.read(new PortName("p" + i), LONG).isOn(VLAN))
            .count();
    assertThat(moved).isBetween(1L, 199L);
  }

  @Test
  void aDelayLongerThanTheDeadlineIsUnreachableAndChangesNothing() {
    FakeSwitchProvider provider = new FakeSwitchProvider();
    provider.configure(settings(Map.of("delay_seconds", "30")));
    assertThatThrownBy(() -> provider.open(ONE).attach(PORT, VLAN, SHORT))
        .isInstanceOf(BackendException.Unreachable.class);
    provider.configure(settings(Map.of("delay_seconds", "0.001")));
    assertThat(provider.open(ONE).read(PORT, LONG).isIdle()).isTrue();
  }

  @Test
  void manyThreadsMoveManyPorts() {
    SwitchManager manager = manager(Map.of());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 4000)
          .forEach(
              i -> threads.execute(() -> manager.attach(new PortName("p" + i), vlanOf(i), LONG)));
    }
    assertThat(IntStream.range(0, 4000))
        .allMatch(i -> manager.read(new PortName("p" + i), LONG).isOn(vlanOf(i)));
  }

  @Test
  void wrongSettingsAreRefusedByName() {
    assertThatThrownBy(() -> manager(Map.of("failure_percent", "101")))
        .hasMessageContaining("failure_percent");
    assertThatThrownBy(() -> manager(Map.of("delay_seconds", "-1")))
        .hasMessageContaining("delay_seconds");
    assertThatThrownBy(() -> manager(Map.of("delay_seconds", "soon")))
        .hasMessageContaining("delay_seconds");
    assertThatThrownBy(() -> manager(Map.of("delay_second", "1")))
        .hasMessageContaining("delay_second");
  }

  private static Access vlanOf(int i) {
    return new Access(new VlanId(1 + i % 4000));
  }

  private static SwitchManager manager(Map<String, String> settings) {
    FakeSwitchProvider provider = new FakeSwitchProvider();
    provider.configure(settings(settings));
    return provider.open(ONE);
  }

  private static BackendSettings settings(Map<String, String> values) {
    return new BackendSettings("netswitch:fake", values);
  }
}
