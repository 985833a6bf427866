package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;

/** What happens when the device does not accept our password. */
public interface WrongPasswordContract {

  /** A manager for a living device, with a password that is not its own. */
  PowerManager openWithWrongPassword();

  /** The password used there, which no message may show. */
  String wrongPassword();

  @Test
  default void aWrongPasswordIsRefusedAndNotShown() {
    try (PowerManager power = openWithWrongPassword()) {
      assertThatThrownBy(() -> power.state(Duration.ofSeconds(30)))
          .isInstanceOf(BackendException.Refused.class)
          .satisfies(refused -> assertThat(refused.toString()).doesNotContain(wrongPassword()))
          .hasMessageContaining("password");
    }
  }

  @Test
  default void nothingIsSwitchedWithAWrongPassword() {
    try (PowerManager power = openWithWrongPassword()) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, Duration.ofSeconds(30)))
          .isInstanceOf(BackendException.Refused.class);
    }
  }
}
