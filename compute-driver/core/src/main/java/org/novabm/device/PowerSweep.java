package org.novabm.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;

/**
 * Looks at the power of many machines, some at a time. A device that does not answer at once is
 * waited for aside: it takes no place from the others, so that dead ones cost the living nothing.
 * One thread begins the looks.
 */
public final class PowerSweep {

  /** As many answers as a UDP socket of the usual size keeps, should all come at once. */
  public static final int USUAL_WIDTH = 512;

  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private final Devices devices;
  private final Duration within;
  private final Semaphore places;
  private final Queue<Look> running = new ArrayDeque<>();
  private final Phaser all = new Phaser(1);

  /**
   * A way of looking.
   *
   * @param within the longest time for one device
   * @param width how many devices that answer at once are asked at a time
   */
  public PowerSweep(Devices devices, Duration within, int width) {
    this.devices = devices;
    this.within = within;
    this.places = new Semaphore(width);
  }

  /** A look at one device that may still have a place among those that answer at once. */
  private static final class Look {
    private final long start = System.nanoTime();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Semaphore places;

    Look(Semaphore places) {
      this.places = places;
    }

    boolean isOver() {
      return gone.get();
    }

    boolean isSlow() {
      return System.nanoTime() - start > AT_ONCE.toNanos();
    }

    void leavePlace() {
      if (gone.compareAndSet(false, true)) {
        places.release();
      }
    }
  }

  /**
   * Begins a look as soon as there is a place.
   *
   * @param told of what was found, on a thread of its own
   */
  public void begin(Node node, BiConsumer<Node, PowerReading> told) throws InterruptedException {
    awaitPlace();
    Look look = new Look(places);
    running.add(look);
    all.register();
    Thread.ofVirtual().name("power-look").start(() -> look(node, look, told));
  }

  private void look(Node node, Look look, BiConsumer<Node, PowerReading> told) {
    try {
      PowerReading reading = read(node);
      look.leavePlace();
      told.accept(node, reading);
    } finally {
      look.leavePlace();
      all.arriveAndDeregister();
    }
  }

  /** Waits until all looks that were begun are done. */
  public void awaitAll() throws InterruptedException {
    all.awaitAdvanceInterruptibly(all.arrive());
  }

  private void awaitPlace() throws InterruptedException {
    do {
      for (Look first = running.peek();
          first != null && (first.isOver() || first.isSlow());
          first = running.peek()) {
        first.leavePlace();
        running.remove();
      }
    } while (!places.tryAcquire(AT_ONCE.toMillis() / 10, TimeUnit.MILLISECONDS));
  }

  private PowerReading read(Node node) {
    try {
      return new PowerReading.Is(devices.powerState(node, within));
    } catch (BackendException e) {
      return new PowerReading.Unknown(e);
    } catch (IllegalArgumentException e) {
      return new PowerReading.Unknown(
          new BackendException.Refused(node.display(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      // a fault of the manager; without a reading the node would never be looked at again
      return new PowerReading.Unknown(
          new BackendException.ProtocolViolation(
              node.display(), "the power manager failed: " + e, e));
    }
  }
}
