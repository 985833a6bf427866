package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;

/** What happens when nobody answers: {@link BackendException.Unreachable}, before long. */
public interface DeadEndpointContract {

  /** A manager for an address where nobody answers. */
  PowerManager openDeadEndpoint();

  @Test
  default void readingADeadEndpointEndsWithTheDeadline() {
    expectUnreachable(power -> power.state(Duration.ofSeconds(1)));
  }

  @Test
  default void switchingADeadEndpointEndsWithTheDeadline() {
    expectUnreachable(power -> power.apply(PowerAction.CYCLE, Duration.ofSeconds(1)));
  }

  @Test
  default void selectingABootDeviceOfADeadEndpointEndsWithTheDeadline() {
    BootSelection selection = new BootSelection(BootDevice.NETWORK, false, Firmware.BIOS);
    expectUnreachable(
        power -> {
          if (power instanceof BootDeviceControl boot) {
            boot.select(selection, Duration.ofSeconds(1));
          } else {
            power.state(Duration.ofSeconds(1));
          }
        });
  }

  /** Ten times the deadline: what is excluded is waiting for ever, not a slow machine. */
  private void expectUnreachable(Consumer<PowerManager> operation) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          try (PowerManager power = openDeadEndpoint()) {
            BackendException failure =
                assertThrows(BackendException.Unreachable.class, () -> operation.accept(power));
            assertThat(failure.endpoint()).isNotBlank();
          }
        });
  }
}
