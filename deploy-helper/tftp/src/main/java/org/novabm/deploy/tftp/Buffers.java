package org.novabm.deploy.tftp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What all transfers may read ahead together. Who comes late reads less ahead, or waits. */
final class Buffers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore left;

  /**
   * None is taken.
   *
   * @param bytes of all of them
   */
  Buffers(int bytes) {
    this.left = new Semaphore(bytes);
  }

  /**
   * Takes bytes, to be given back.
   *
   * @param wanted bytes
   * @param least bytes without which a transfer cannot go on
   * @return {@code wanted}, or {@code least} when they are short
   * @throws IOException when others had all of them for 10 s
   */
  int take(int wanted, int least) throws IOException {
    if (left.tryAcquire(wanted)) {
      return wanted;
    }
    try {
      if (left.tryAcquire(least, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return least;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("all memory for blocks is taken by other transfers");
  }

  void giveBack(int bytes) {
    left.release(bytes);
  }

  int left() {
    return left.availablePermits();
  }
}
