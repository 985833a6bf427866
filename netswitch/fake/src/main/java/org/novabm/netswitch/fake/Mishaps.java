package org.novabm.netswitch.fake;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.novabm.spi.BackendException;

/** The delays and failures of a fake switch, as its settings want them. */
record Mishaps(String endpoint, FakeSwitchSettings settings) {

  <T> T carryOut(Duration within, Supplier<T> work) {
    String host = endpoint.replaceFirst(":[0-9]+$", "");
    if (host.endsWith(".invalid")) {
      throw unreachable("names in .invalid have no fake switch");
    }
    delay(within);
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    if (chance.nextInt(100) < settings.failurePercent()) {
      if (chance.nextBoolean()) {
        T _ = work.get();
      }
      throw unreachable("failed on purpose, failure_percent = " + settings.failurePercent());
    }
    return work.get();
  }

  private void delay(Duration within) {
    Duration delay = settings.delay();
    if (delay.isZero()) {
      return;
    }
    boolean late = delay.compareTo(within) > 0;
    try {
      // the delay is what the operator asked for, not a wait for something
      Thread.sleep(late ? within : delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(endpoint, "interrupted while waiting", e);
    }
    if (late) {
      throw unreachable("no answer within " + within + ", delay_seconds is longer");
    }
  }

  private BackendException.Unreachable unreachable(String why) {
    return new BackendException.Unreachable(endpoint, why);
  }
}
