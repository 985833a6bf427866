package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The promises of a power manager that only cuts the current. */
public interface OutletContract extends PowerManagerContract {

  /** An outlet cannot ask an operating system. */
  @Override
  @Test
  default void softOffAsksTheMachineToShutDown() {
    try (PowerManager power = open()) {
      power.apply(PowerAction.ON, patience());
      assertThatThrownBy(() -> power.apply(PowerAction.SOFT_OFF, patience()))
          .isInstanceOf(BackendException.Unsupported.class);
      assertThat(seenFromOutside()).isEqualTo(PowerState.ON);
    }
  }
}
