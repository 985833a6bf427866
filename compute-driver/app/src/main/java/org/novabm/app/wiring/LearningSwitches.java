package org.novabm.app.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.device.ExpectedSwitches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again which switches there are to be expected. */
final class LearningSwitches implements SmartLifecycle {

  /** Less than a switch that calls is kept waiting to be registered. */
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(LearningSwitches.class);

  private final ExpectedSwitches switches;
  private final Duration interval;
  private volatile @Nullable Thread thread;

  LearningSwitches(ExpectedSwitches switches, Duration interval) {
    this.switches = switches;
    this.interval = interval;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("expected-switches").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(interval);
        look();
      }
    } catch (InterruptedException e) {
      // the service ends
    }
  }

  private void look() {
    try {
      switches.look();
    } catch (RuntimeException e) {
      log.warn("the list of switches could not be read; trying again: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return Phases.LEARN_SWITCHES;
  }
}
