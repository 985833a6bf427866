package org.novabm.power.fake;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Works on a {@link FakeMachine} with the configured delay and failure rate. */
final class FakePowerManager implements PowerManager, BootDeviceControl {

  private final String endpoint;
  private final FakeMachine machine;
  private final FakePowerSettings settings;

  FakePowerManager(String endpoint, FakeMachine machine, FakePowerSettings settings) {
    this.endpoint = endpoint;
    this.machine = machine;
    this.settings = settings;
  }

  @Override
  public PowerState state(Duration within) {
    behave(within);
    return machine.power();
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    behave(within);
    return machine.apply(action);
  }

  @Override
  public BootSelection bootSelection(Duration within) {
    behave(within);
    return machine.boot();
  }

  @Override
  public BootSelection select(BootSelection selection, Duration within) {
    behave(within);
    return machine.select(selection);
  }

  @Override
  public void close() {}

  /** Takes its time and fails now and then, as configured. */
  private void behave(Duration within) {
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("a deadline of " + within + " is not above zero");
    }
    boolean tooSlow = settings.delay().compareTo(within) > 0;
    pause(tooSlow ? within : settings.delay());
    if (tooSlow) {
      throw new BackendException.Unreachable(
          endpoint,
          "no answer within " + within + "; [power:fake] delay_seconds is " + settings.delay());
    }
    if (ThreadLocalRandom.current().nextInt(100) < settings.failurePercent()) {
      throw new BackendException.Unreachable(
          endpoint,
          "fails by chance; [power:fake] failure_percent is " + settings.failurePercent());
    }
  }

  private void pause(Duration delay) {
    if (delay.isZero()) {
      return;
    }
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(endpoint, "interrupted while waiting", e);
    }
  }
}
