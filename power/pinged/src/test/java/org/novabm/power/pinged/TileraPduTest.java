package org.novabm.power.pinged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.OutletContract;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The contract on a machine behind the operator's program. */
class TileraPduTest implements OutletContract {

  @TempDir private Path folder;

  private final TileraPduProvider provider = new TileraPduProvider();
  private PingedMachine machine;

  @BeforeEach
  void configure() {
    machine = new PingedMachine(folder);
    configure(Map.of());
  }

  private void configure(Map<String, String> others) {
    Map<String, String> keys = new HashMap<>();
    keys.put("program", machine.pduProgram());
    keys.put("pdu_address", "10.0.100.9");
    keys.put("off_seconds", "0.01");
    keys.put("ping", machine.ping());
    keys.putAll(others);
    provider.configure(new BackendSettings("power:tilera_pdu", keys));
  }

  private PowerManager open(String address) {
    return provider.open(Endpoint.parse(address, "none", Secret.EMPTY));
  }

  @Override
  public PowerManager open() {
    return open("10.0.0.7");
  }

  @Override
  public PowerState seenFromOutside() {
    return machine.state();
  }

  @Test
  void aMachineThatDoesNotAnswerIsSwitchedOffAllTheSame() throws IOException {
    try (PowerManager power = open()) {
      assertThat(power.apply(PowerAction.OFF, patience())).isEqualTo(PowerState.OFF);
    }
    assertThat(machine.noted("orders")).isEqualTo("10.0.100.9 2\n");
    assertThat(machine.noted("pings")).isEqualTo("-q -n -c 3 -i 0.3 -W 1 10.0.0.7\n");
  }

  @Test
  void aProgramThatFailsIsToldWithItsWords() {
    configure(Map.of("on", "7"));
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, patience()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("10.0.100.9 7 ended with status 3: no mode 7");
    }
  }

  @Test
  void aProgramThatHangsEndsWithTheDeadline() {
    configure(Map.of("program", machine.script("slow", "exec sleep 60")));
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.OFF, Duration.ofMillis(500)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("has no answer in time");
    }
  }

  @Test
  void aProgramThatIsNotThereIsToldSo() {
    configure(Map.of("program", "/nowhere/pdu_mgr"));
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.OFF, patience()))
          .isInstanceOf(BackendException.Unsupported.class)
          .hasMessageContaining("is it installed?");
    }
  }

  @Test
  void whatPingCannotSayIsNoState() {
    configure(
        Map.of("ping", machine.script("lost", "echo connect: Network is unreachable; exit 2")));
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("Network is unreachable");
    }
  }

  @Test
  void theRealPingSeesThisMachine() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ping")),
        "ping is not installed (Debian package iputils-ping)");
    configure(Map.of("ping", "ping"));
    try (PowerManager power = open("127.0.0.1")) {
      assertThat(power.state(patience())).isEqualTo(PowerState.ON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-f", "a b", "$(reboot)"})
  void addressesThatAreNoneAreRefused(String address) {
    assertThatThrownBy(() -> open(address)).isInstanceOf(IllegalArgumentException.class);
  }
}
