package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The promises of {@link PowerManager}. */
public interface PowerManagerContract extends PoweredMachine {

  @Test
  default void readsTheStateOfAMachineThatIsOff() {
    try (PowerManager power = open()) {
      assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  default void switchesOn() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
    }
  }

  @Test
  default void switchesOff() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
      expect(power, PowerAction.OFF, PowerState.OFF);
    }
  }

  @Test
  default void switchingOnTwiceIsNoError() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
      expect(power, PowerAction.ON, PowerState.ON);
    }
  }

  @Test
  default void switchingOffWhatIsOffIsNoError() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.OFF, PowerState.OFF);
      expect(power, PowerAction.OFF, PowerState.OFF);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CYCLE", "RESET"})
  default void restartingLeavesTheMachineOn(PowerAction restart) {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
      expect(power, restart, PowerState.ON);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CYCLE", "RESET"})
  default void restartingSwitchesOnWhatIsOff(PowerAction restart) {
    try (PowerManager power = open()) {
      expect(power, restart, PowerState.ON);
    }
  }

  /** The supplied machine obeys; override and disable with the reason where none can. */
  @Test
  default void softOffAsksTheMachineToShutDown() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
      expect(power, PowerAction.SOFT_OFF, PowerState.OFF);
    }
  }

  @Test
  default void softOffOfWhatIsOffIsNoError() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.SOFT_OFF, PowerState.OFF);
    }
  }

  @Test
  default void theStateLivesInTheMachineAndNotInTheManager() {
    try (PowerManager power = open()) {
      expect(power, PowerAction.ON, PowerState.ON);
    }
    try (PowerManager another = open()) {
      assertThat(another.state(patience())).isEqualTo(PowerState.ON);
    }
  }

  @Test
  default void closingTwiceIsNoError() {
    PowerManager power = open();
    assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
    power.close();
    power.close();
  }

  private void expect(PowerManager power, PowerAction action, PowerState wanted) {
    assertThat(power.apply(action, patience())).as("answer to %s", action).isEqualTo(wanted);
    assertThat(power.state(patience())).as("state after %s", action).isEqualTo(wanted);
    assertThat(seenFromOutside()).as("seen from outside after %s", action).isEqualTo(wanted);
  }
}
