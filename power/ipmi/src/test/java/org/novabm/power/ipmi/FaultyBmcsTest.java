package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.FaultRules;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.rack.bmc.Suite;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What BMCs and networks do wrong, against simulated BMCs that foreign clients proved. */
class FaultyBmcsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final BmcAccount ACCOUNT = BmcAccount.of("admin", Secret.of("secret"));

  private final BmcFarm farm = BmcFarm.start();
  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final PlainChassis chassis = new PlainChassis(PowerState.OFF);
  private final BmcPlan plan = BmcPlan.of(ACCOUNT, chassis);

  @AfterEach
  void stop() {
    provider.close();
    farm.close();
  }

  private SimulatedBmc add(BmcPlan wanted) {
    return farm.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), wanted);
  }

  private SimulatedBmc faulty(String words) {
    return add(plan.withFaults(FaultRules.parse(words)));
  }

  private PowerManager open(SimulatedBmc bmc) {
    return provider.open(endpoint(bmc));
  }

  private static Endpoint endpoint(SimulatedBmc bmc) {
    return new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret"));
  }

  private void configure(String... keysAndValues) {
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    provider.configure(new BackendSettings("power:ipmi", keys));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss=20%",
        "duplicate=50%",
        "flood=20%",
        "wrong-code=20%",
        "wrong-length=20%",
        "wrong-session=20%",
        "busy=30%",
        "forget=20%",
        "delay=100ms,loss=10%",
        "slow=1s",
        "wrong-sequence=5%"
      })
  void switchesAMachineInSpiteOf(String words) {
    configure("timeout_seconds", "0.1", "longest_timeout_seconds", "0.5");
    try (PowerManager power = open(faulty(words))) {
      for (int i = 0; i < 4; i++) {
        assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
        assertThat(chassis.isOn()).isTrue();
        assertThat(power.apply(PowerAction.OFF, PATIENCE)).isEqualTo(PowerState.OFF);
        assertThat(chassis.isOn()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dead, no answer to Open Session in time; check address and port",
    "no-slots, no free session slot",
    "busy, node busy",
    "wrong-code, were dropped; bad authentication code",
    "wrong-length, were dropped; malformed",
  })
  void tellsWhyABmcCannotBeReached(String words, String message) {
    try (PowerManager power = open(faulty(words))) {
      assertThatThrownBy(() -> power.state(SHORT))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContainingAll(message.split("; "));
    }
  }

  @Test
  void aLiarIsFoundOut() {
    try (PowerManager power = open(faulty("lie"))) {
      assertThat(power.apply(PowerAction.ON, SHORT)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void theBestSuiteIsTakenAndTheNextWhereItIsRefused() {
    try (PowerManager best = open(add(plan));
        PowerManager older = open(add(plan.withSuites(Suite.SUITE_3)))) {
      assertThat(best.state(PATIENCE)).isEqualTo(PowerState.OFF);
      assertThat(provider.packets().sent()).isEqualTo(5);
      assertThat(older.state(PATIENCE)).isEqualTo(PowerState.OFF);
      assertThat(provider.packets().sent()).isEqualTo(11);
    }
  }

  @Test
  void aBmcMayHaveAKeyOfItsOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("127.0.0.1"), "the key of this one!\n");
    configure("kg_dir", folder.toString());
    SimulatedBmc own =
        add(BmcPlan.of(ACCOUNT.withBmcKey(Secret.of("the key of this one!")), chassis));
    try (PowerManager power = open(own)) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
    Files.delete(folder.resolve("127.0.0.1"));
    try (PowerManager power = open(own)) {
      assertThatThrownBy(() -> power.state(PATIENCE)).isInstanceOf(BackendException.Refused.class);
    }
  }

  @Test
  void aBmcKeyIsUsed(@TempDir Path folder) throws IOException {
    Path key = Files.writeString(folder.resolve("kg"), "twenty bytes of key!\n");
    SimulatedBmc bmc =
        add(BmcPlan.of(ACCOUNT.withBmcKey(Secret.of("twenty bytes of key!")), chassis));
    try (PowerManager without = open(bmc)) {
      assertThatThrownBy(() -> without.state(PATIENCE))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("K_G");
    }
    configure("kg_file", key.toString());
    try (PowerManager with = open(bmc)) {
      assertThat(with.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
    assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/ipmi-raw")), "freeipmi-tools is not installed");
    FreeIpmiPowerProvider program = new FreeIpmiPowerProvider();
    program.configure(new BackendSettings("power:freeipmi", Map.of("kg_file", key.toString())));
    try (PowerManager with = program.open(endpoint(bmc))) {
      assertThat(with.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void anOpenManagersSessionIsKeptAliveAndClosedAtTheEnd() throws InterruptedException {
    configure("session_idle_seconds", "2");
    SimulatedBmc bmc = add(plan);
    try (PowerManager power = open(bmc)) {
      power.state(PATIENCE);
      long asked = farm.received();
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (farm.received() < asked + 2 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertThat(farm.received()).isGreaterThanOrEqualTo(asked + 2);
      assertThat(bmc.sessions()).isEqualTo(1);
    }
    assertThat(bmc.sessions()).isZero();
  }

  @Test
  void aReadOnAWarmSessionTakesTwoPackets() {
    try (PowerManager power = open(add(plan))) {
      power.state(PATIENCE);
      long before = provider.packets().sent();
      for (int i = 0; i < 10; i++) {
        power.state(PATIENCE);
      }
      assertThat(provider.packets().sent() - before).isEqualTo(10);
      power.apply(PowerAction.ON, PATIENCE);
      assertThat(provider.packets().sent() - before).isEqualTo(12);
    }
  }
}
