package org.novabm.spi;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Heap that all peers of one kind share. Who reads from a peer takes bytes as they arrive and gives
 * all of them back at the end, so that many peers together hold no more than one number says. Those
 * for whom nothing is left wait for it, in the order in which they came and within their deadline.
 */
public final class ByteBudget {

  private final String what;
  private final int most;
  private final Semaphore left;

  /**
   * A budget of which nothing is taken.
   *
   * @param what it is for, in messages: {@code answers of BMCs}
   * @param most bytes, at least 1
   */
  public ByteBudget(String what, int most) {
    this.what = what;
    this.most = most;
    this.left = new Semaphore(most, true);
  }

  /** Bytes in all, taken or not. */
  public int most() {
    return most;
  }

  /** Bytes that nobody has. */
  public int left() {
    return left.availablePermits();
  }

  /** What one peer holds; nothing at first. Used by one thread at a time. */
  public Share share(String endpoint) {
    return new Share(endpoint);
  }

  /** One peer's part. Closing gives it back, once. */
  public final class Share implements AutoCloseable {

    private final String endpoint;
    private int held;

    private Share(String endpoint) {
      this.endpoint = endpoint;
    }

    /**
     * Takes more.
     *
     * @param bytes 0 or more
     * @throws BackendException.ProtocolViolation when the budget as a whole is smaller than that
     * @throws BackendException.Unreachable when others had it all until the deadline
     */
    public void take(int bytes, Deadline deadline) {
      if ((long) held + bytes > most) {
        throw new BackendException.ProtocolViolation(
            endpoint, "it sends more than the %d KiB kept for %s".formatted(most >> 10, what));
      }
      try {
        if (!left.tryAcquire(bytes, deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
          throw new BackendException.Unreachable(
              endpoint,
              "not read in time: the %d KiB for %s are taken by others"
                  .formatted(most >> 10, what));
        }
        held += bytes;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BackendException.Unreachable(endpoint, "interrupted while it was read", e);
      }
    }

    @Override
    public void close() {
      left.release(held);
      held = 0;
    }
  }
}
