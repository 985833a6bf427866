package org.novabm.app.wiring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.service.HostLease;
import org.novabm.service.Succession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes this process the one that acts for its host, and keeps it that. The service comes up no
 * further while another process is it.
 */
final class ActingForHost implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ActingForHost.class);

  private final HostLease lease;
  private final Succession succession;
  private final NewWork work;
  private final Duration interval;
  private volatile @Nullable Thread thread;

  /**
   * One for the service's life.
   *
   * @param interval between two signs of life
   */
  ActingForHost(HostLease lease, Succession succession, NewWork work, Duration interval) {
    this.lease = lease;
    this.succession = succession;
    this.work = work;
    this.interval = interval;
  }

  @Override
  public void start() {
    if (!lease.renew()) {
      standBy();
    }
    thread = Thread.ofPlatform().daemon().name("signs-of-life").start(this::run);
  }

  /** Also a process that stands by ends at SIGTERM, whose own thread waits for this one. */
  private void standBy() {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(stopped::countDown, "standby-ends");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      while (!lease.renew()) {
        if (stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("stopped while it stood by");
        }
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it stood by", e);
    }
  }

  private void run() {
    boolean held = true;
    try {
      while (true) {
        Thread.sleep(interval);
        held = round(held);
      }
    } catch (InterruptedException e) {
      // the service ends
    }
  }

  private boolean round(boolean before) {
    boolean held = false;
    try {
      held = lease.renew();
      if (held != before) {
        tell(held);
      }
      if (held && succession.look()) {
        work.look();
      }
    } catch (RuntimeException e) {
      log.warn("the signs of life of this host could not be written: {}", e.getMessage());
    }
    return held || lease.isHeld();
  }

  private static void tell(boolean held) {
    if (held) {
      log.info("this process acts for its host again");
    } else {
      log.error(
          "this process no longer acts for its host: another process or host has taken over; it "
              + "stands by until it may act again");
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    thread = null;
    try {
      running.join();
      lease.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("other hosts were not notified that this host stops: {}", e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return Phases.ACT_FOR_HOST;
  }
}
