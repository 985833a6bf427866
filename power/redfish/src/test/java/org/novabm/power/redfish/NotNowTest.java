package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** "Not now" is waited for, and is never taken for "never". */
class NotNowTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final String EACH = "full 503 html starting in-post conflict said";
  private static final BootSelection NETWORK =
      new BootSelection(BootDevice.NETWORK, true, Firmware.UEFI);

  @ParameterizedTest
  @ValueSource(strings = {"full", "503", "html", "starting", "said", "html 503 starting"})
  void aLoginIsMadeWhenTheBmcIsReady(String busy) {
    try (TestBmc bmc = TestBmc.plain("busy-login=" + busy);
        PowerManager power = bmc.open()) {
      assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"503", "html", "starting", "said", "conflict"})
  void aReadingIsMadeAgain(String busy) {
    try (TestBmc bmc = TestBmc.plain("busy-reading=" + busy);
        PowerManager power = bmc.open()) {
      assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void anOrderIsGivenAgain() {
    try (TestBmc bmc = TestBmc.plain("busy-change=" + EACH);
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aBootDeviceIsSetAgain() {
    try (TestBmc bmc = TestBmc.plain("busy-change=" + EACH, "first-mode=Legacy");
        PowerManager power = bmc.open()) {
      assertThat(((BootDeviceControl) power).select(NETWORK, WITHIN)).isEqualTo(NETWORK);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy-login", "busy-reading"})
  void whenItLastsItIsUnreachableAndNothingIsSaidOfThePassword(String what) {
    try (TestBmc bmc = TestBmc.plain(what + "=" + "503 ".repeat(200).strip());
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(Duration.ofMillis(300)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("503: The service is busy.")
          .hasMessageContaining("try again later")
          .message()
          .doesNotContain("password");
    }
  }

  @Test
  void aWrongPasswordIsAskedOnce() {
    try (TestBmc bmc = TestBmc.plain()) {
      RedfishPowerProvider careless = TestBmc.configured(java.util.Map.of("verify_ca", "false"));
      try (PowerManager power =
          careless.open(
              new org.novabm.spi.Endpoint(
                  "127.0.0.1", bmc.bmc().port(), "admin", org.novabm.spi.Secret.of("guess")))) {
        assertThatThrownBy(() -> power.state(WITHIN)).isInstanceOf(BackendException.Refused.class);
      }
      assertThat(bmc.bmc().seen()).filteredOn(seen -> seen.startsWith("POST")).hasSize(1);
    }
  }
}
