package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.RedfishLies;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.Leftovers;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.VirtualMedia;

/**
 * A BMC that lies, drips or does not end: a failure of a known kind, in time, and nobody's heap.
 */
class LyingBmcTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final String SYSTEM = "/redfish/v1/Systems/437XR";

  @TempDir static Path folder;
  private static Certificate certificate;

  private final RedfishPowerProvider provider = new RedfishPowerProvider();
  private SimulatedRedfish bmc;

  @BeforeAll
  static void makeCertificate() {
    certificate = Certificate.make(folder);
  }

  @BeforeEach
  void start() throws IOException {
    configure(Map.of());
    bmc = SimulatedRedfish.start(certificate);
  }

  @AfterEach
  void stop() {
    bmc.close();
  }

  private void configure(Map<String, String> settings) {
    Map<String, String> all = new java.util.TreeMap<>(settings);
    all.put("verify_ca", certificate.pem().toString());
    all.put("poll_seconds", "0.05");
    provider.configure(new BackendSettings("power:redfish", all));
  }

  private PowerManager open() {
    return provider.open(
        new Endpoint(
            "127.0.0.1", bmc.port(), SimulatedRedfish.USER, Secret.of(SimulatedRedfish.PASSWORD)));
  }

  @Test
  void aBodyWithoutEndIsBrokenOffAtItsBound() {
    bmc.lies().bodies(RedfishLies.Bodies.ENDLESS);
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("longer than 1024 KiB (answer_kib in [power:redfish])");
    }
    await().atMost(WITHIN).until(() -> bmc.lies().brokenOff() > 0);
  }

  @Test
  void aBodyThatDripsEndsAtTheDeadline() {
    configure(Map.of("timeout", "2"));
    bmc.lies().bodies(RedfishLies.Bodies.DRIPPING);
    long start = System.nanoTime();
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("no whole answer to");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    await().atMost(WITHIN).until(() -> bmc.lies().brokenOff() > 0);
  }

  @Test
  void whatBmcsTookIsGivenBackSoThatTheNextOneIsServed() {
    configure(Map.of("answers_heap_kib", "256"));
    for (int i = 0; i < 5; i++) {
      bmc.lies().bodies(RedfishLies.Bodies.ENDLESS);
      try (PowerManager power = open()) {
        assertThatThrownBy(() -> power.state(WITHIN)).isInstanceOf(BackendException.class);
      }
      bmc.lies().bodies(RedfishLies.Bodies.WHOLE);
      try (PowerManager power = open()) {
        assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
      }
    }
  }

  @Test
  void aTreeOfEmptyThingsIsPaidForBeforeItGrows() {
    bmc.lies()
        .change(body -> ("[" + "{},".repeat(300_000) + "{}]").getBytes(StandardCharsets.US_ASCII));
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("answers_heap_kib in [power:redfish]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@127.0.0.1:%d/redfish/v1/Systems",
        "https://127.0.0.1:%d/redfish/v1/Systems/1",
        "https://admin@127.0.0.1:%d/redfish/v1/Systems/1",
        "//127.0.0.1:%d/redfish/v1/Systems/1",
        "/redfish/v1/../../@127.0.0.1:%d",
        "/latest/meta-data",
        "",
        "http://[bad %%%%%%",
      })
  void aLinkToAnotherHostIsNotFollowedAndNoTokenGoesThere(String link) throws IOException {
    try (SimulatedRedfish other = SimulatedRedfish.start(certificate)) {
      bmc.lies().say(link.formatted(other.port()), SYSTEM);
      try (PowerManager power = open()) {
        assertThatThrownBy(() -> power.state(WITHIN))
            .isInstanceOf(BackendException.ProtocolViolation.class)
            .hasMessageContaining("nothing was sent there");
      }
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void norIsTheTargetOfAnAction() throws IOException {
    try (SimulatedRedfish other = SimulatedRedfish.start(certificate)) {
      String elsewhere = "https://127.0.0.1:%d/redfish/v1/x".formatted(other.port());
      bmc.lies().say(elsewhere, SYSTEM + "/Actions/ComputerSystem.Reset");
      bmc.lies().say(elsewhere, "/redfish/v1/Managers/BMC/VirtualMedia");
      try (PowerManager power = open()) {
        assertThatThrownBy(() -> power.apply(PowerAction.ON, WITHIN))
            .isInstanceOf(BackendException.ProtocolViolation.class);
        assertThatThrownBy(() -> ((VirtualMedia) power).inserted(WITHIN))
            .isInstanceOf(BackendException.ProtocolViolation.class);
      }
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void aLinkWithTheBmcsOwnAddressIsFollowed() {
    bmc.lies().say("https://127.0.0.1:%d%s".formatted(bmc.port(), SYSTEM), SYSTEM);
    try (PowerManager power = open()) {
      assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[bad location %%%", "nowhere", "/etc/passwd", "mailto:a@b"})
  void aSessionThatIsNowhereIsABrokenRule(String location) {
    bmc.lies().header("Location", location);
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("not a resource of its own");
    }
  }

  @Test
  void aTokenThatIsNoHeaderIsABrokenRule() {
    bmc.lies().header("X-Auth-Token", "t\u0001oken");
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(WITHIN)).isInstanceOf(BackendException.class);
    }
  }

  @Test
  void mutatedAnswersAreFailuresOfKnownKindsInTime() {
    Random random = new Random(606);
    try (PowerManager power = open()) {
      assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
    }
    Leftovers leftovers = Leftovers.sinceNow();
    bmc.lies().change(body -> Mutation.of(body, random));
    for (int i = 0; i < 150; i++) {
      long start = System.nanoTime();
      try (PowerManager power = open()) {
        power.state(SHORT);
        power.apply(i % 2 == 0 ? PowerAction.ON : PowerAction.OFF, Duration.ofMillis(200));
        ((VirtualMedia) power).inserted(SHORT);
      } catch (BackendException e) {
        assertThat(e.getMessage())
            .startsWith("127.0.0.1:" + bmc.port())
            .hasSizeLessThan(1000)
            .doesNotContain("\n");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(14));
    }
    assertThat(bmc.sessions()).as("sessions left behind").isZero();
    leftovers.assertNone();
  }

  @Test
  void theirHeapIsBoundedByWhatIsDeclared() {
    assertThat(provider.bounds().stream().mapToLong(MemoryBound::bytes).sum())
        .isLessThanOrEqualTo(6 << 20);
  }
}
