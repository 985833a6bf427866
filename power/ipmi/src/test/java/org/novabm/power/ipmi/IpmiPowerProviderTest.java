package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.Privilege;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerManagerProvider;

class IpmiPowerProviderTest {

  @Test
  void areFoundByName() {
    assertThat(ServiceLoader.load(PowerManagerProvider.class))
        .extracting(PowerManagerProvider::name)
        .containsExactly("ipmi", "ipmitool", "freeipmi");
  }

  @Test
  void hasTheseDefaults() {
    assertThat(BackendSettings.none("power:ipmi").as(IpmiSettings.class))
        .isEqualTo(
            new IpmiSettings(
                623,
                Duration.ofMillis(500),
                Duration.ofSeconds(4),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(50),
                Privilege.ADMINISTRATOR,
                List.of(CipherSuite.SUITE_17, CipherSuite.SUITE_3),
                null,
                null,
                true,
                false));
  }

  @Test
  void readsTheseKeys() {
    Map<String, String> keys =
        Map.of(
            "port", "6230",
            "timeout_seconds", "0.25",
            "longest_timeout_seconds", "8",
            "poll_seconds", "1",
            "cycle_off_seconds", "20",
            "session_idle_seconds", "30",
            "privilege", "Operator",
            "cipher_suites", "17",
            "keep_boot_flags", "no",
            "raw", "yes");
    assertThat(new BackendSettings("power:ipmi", keys).as(IpmiSettings.class))
        .isEqualTo(
            new IpmiSettings(
                6230,
                Duration.ofMillis(250),
                Duration.ofSeconds(8),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Privilege.OPERATOR,
                List.of(CipherSuite.SUITE_17),
                null,
                null,
                false,
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0",
    "timeout_seconds, 61",
    "timeout_seconds, 5",
    "timeout_seconds, 0.0001",
    "longest_timeout_seconds, 61",
    "poll_seconds, 61",
    "cycle_off_seconds, 301",
    "session_idle_seconds, 3601",
    "privilege, user",
    "cipher_suites, 4",
    "cipher_suites, 0",
    "cipher_suites, best",
    "kg_file, /no/such/file",
    "cipher_suite, 3"
  })
  void refusesWrongSettings(String key, String value) {
    BackendSettings settings = new BackendSettings("power:ipmi", Map.of(key, value));
    try (IpmiPowerProvider provider = new IpmiPowerProvider()) {
      assertThatThrownBy(() -> provider.configure(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key);
    }
  }

  @Test
  void refusesALongUserName() {
    refuses(new Endpoint("10.0.0.7", 0, "a".repeat(17), Secret.of("mine")), "17 bytes");
  }

  @Test
  void refusesALongPasswordAndDoesNotShowIt() {
    refuses(new Endpoint("10.0.0.7", 0, "admin", Secret.of("päßwörd-is-too-long")), "allows 20");
    refuses(new Endpoint("10.0.0.7", 0, "admin", Secret.of("p".repeat(21))), "21 bytes");
  }

  private static void refuses(Endpoint endpoint, String words) {
    try (IpmiPowerProvider provider = new IpmiPowerProvider()) {
      assertThatThrownBy(() -> provider.open(endpoint))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10.0.0.7")
          .hasMessageContaining(words)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(endpoint.password().reveal()));
    }
  }
}
