package org.novabm.messaging.rpc;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Heap for messages from the moment they are read until they are done with: as many small ones as
 * fit, or the largest one alone. Places are given in the order in which they were asked for.
 */
final class Room {

  private static final long LOOK_MILLIS = 200;

  private final int most;
  private final Semaphore left;

  /** Room for so many bytes. */
  Room(int most) {
    this.most = most;
    this.left = new Semaphore(most, true);
  }

  /**
   * Takes bytes, at most all there are, and waits for them; null when they are not wanted any more.
   */
  @Nullable Place take(int bytes, BooleanSupplier wanted) {
    int asked = Math.min(bytes, most);
    try {
      while (!left.tryAcquire(asked, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!wanted.getAsBoolean()) {
          return null;
        }
      }
      return new Place(asked);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Bytes that nobody has. */
  int left() {
    return left.availablePermits();
  }

  /** One message's part; given back once, however often it is closed. */
  final class Place implements AutoCloseable {

    private int held;

    private Place(int held) {
      this.held = held;
    }

    /** Gives back all but so many bytes. */
    synchronized void shrink(int bytes) {
      if (bytes < held) {
        left.release(held - bytes);
        held = bytes;
      }
    }

    @Override
    public void close() {
      shrink(0);
    }
  }
}
