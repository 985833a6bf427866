package org.novabm.app.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerSync;
import org.novabm.service.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the looks at the machines' power. */
final class WatchingPower implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WatchingPower.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Lease lease;
  private final @Nullable PowerSync sync;
  private volatile @Nullable Thread thread;

  /**
   * A watch.
   *
   * @param lease without it nothing is looked at
   * @param sync null when nobody wants to know
   */
  WatchingPower(Lease lease, @Nullable PowerSync sync) {
    this.lease = lease;
    this.sync = sync;
  }

  @Override
  public void start() {
    PowerSync looks = sync;
    if (looks != null) {
      thread = Thread.ofVirtual().name("power-sync").start(() -> run(looks));
    }
  }

  private void run(PowerSync looks) {
    try {
      while (true) {
        try {
          Thread.sleep(lease.isHeld() ? looks.step() : PAUSE);
        } catch (RuntimeException e) {
          log.warn("the power states of the machines could not be read; trying again", e);
          Thread.sleep(Duration.ofSeconds(10));
        }
      }
    } catch (InterruptedException e) {
      // the service ends
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
    return Phases.WATCH_POWER;
  }
}
