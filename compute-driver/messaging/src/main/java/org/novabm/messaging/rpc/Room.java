package org.novabm.messaging.rpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Heap for messages from the moment they are read until they are done with: as many small ones as
 * fit, or the largest one alone. Places are given in the order in which they were asked for.
 */
final class Room {

  private static final long LOOK_MILLIS = 200;

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Object> asking = new ArrayDeque<>();
  private int left;

  /** Room for so many bytes. */
  Room(int most) {
    this.most = most;
    this.left = most;
  }

  /**
   * Takes bytes, at most all there are, and waits for them; null when they are not wanted any more.
   * Who waits keeps their turn, and so does a large one behind which small ones come.
   */
  @Nullable Place take(int bytes, BooleanSupplier wanted) {
    int asked = Math.min(bytes, most);
    Object turn = new Object();
    lock.lock();
    try {
      asking.addLast(turn);
      while (!asking.getFirst().equals(turn) || left < asked) {
        boolean _ = changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (!wanted.getAsBoolean()) {
          return null;
        }
      }
      left -= asked;
      return new Place(asked);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      asking.remove(turn);
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Bytes that nobody has. */
  int left() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(int bytes) {
    lock.lock();
    try {
      left += bytes;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
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
        giveBack(held - bytes);
        held = bytes;
      }
    }

    @Override
    public void close() {
      shrink(0);
    }
  }
}
