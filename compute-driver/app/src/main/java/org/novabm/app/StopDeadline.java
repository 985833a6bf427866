package org.novabm.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process some time after it was told to end, whatever still keeps it. What was under way
 * is on record and is taken up by the next start. Its thread is there from the beginning, for a
 * process in need may not get another one.
 */
final class StopDeadline {

  /** How a process ends that SIGTERM ended: 128 and the signal's number, as for shells. */
  private static final int STATUS = 143;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Duration grace;

  private StopDeadline(Duration grace) {
    this.grace = grace;
  }

  /**
   * Watches over this process from now on; once is enough.
   *
   * @param grace from the signal to the end
   */
  static void of(Duration grace) {
    StopDeadline deadline = new StopDeadline(grace);
    Thread.ofPlatform().daemon().name("stop-deadline").start(deadline::watch);
    Runtime.getRuntime().addShutdownHook(new Thread(deadline.told::countDown, "stop-begins"));
  }

  private void watch() {
    try {
      told.await();
      TimeUnit.NANOSECONDS.sleep(grace.toNanos());
    } catch (InterruptedException e) {
      return;
    }
    System.err.println(
        "not everything ended within "
            + grace.toSeconds()
            + " seconds; work on record is resumed at the next start");
    Runtime.getRuntime().halt(STATUS);
  }
}
