package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** No session is left on a BMC, which has few. */
class SessionsTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  @Test
  void whoWasInterruptedEndsItToo() {
    try (TestBmc bmc = TestBmc.plain()) {
      try (PowerManager power = bmc.open()) {
        power.state(WITHIN);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> power.state(WITHIN))
            .isInstanceOf(BackendException.Unreachable.class);
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(bmc.bmc().sessions()).isZero();
    }
  }

  @Test
  void aBmcThatIsBusyIsAskedAgainToEndIt() {
    try (TestBmc bmc = TestBmc.plain("busy-farewell=503 503")) {
      try (PowerManager power = bmc.open()) {
        power.state(WITHIN);
      }
      assertThat(bmc.bmc().sessions()).isZero();
    }
  }

  @Test
  void withAPlaceThatIsNoneItIsEndedByWhatItsResourceSays() {
    try (TestBmc bmc = TestBmc.plain()) {
      bmc.bmc().lies().header("Location", "https://elsewhere.example/no");
      try (PowerManager power = bmc.open()) {
        assertThatThrownBy(() -> power.state(WITHIN)).isInstanceOf(BackendException.class);
      }
      assertThat(bmc.bmc().sessions()).isZero();
    }
  }

  @Test
  void withoutAPlaceTheSame() {
    try (TestBmc bmc = TestBmc.plain()) {
      bmc.bmc().lies().header("Location", "");
      try (PowerManager power = bmc.open()) {
        assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
      }
      assertThat(bmc.bmc().sessions()).isZero();
    }
  }
}
