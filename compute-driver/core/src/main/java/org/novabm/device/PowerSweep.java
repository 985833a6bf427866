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
import org.novabm.spi.power.PowerState;

/**
 * Looks at the power of many machines, some at a time. A device that does not answer at once is
 * waited for aside: it takes no place from the others, so that dead ones cost the living nothing.
 */
public final class PowerSweep {

  /** As many as a UDP socket's usual buffer takes answers of, should all come at once. */
  public static final int USUAL_WIDTH = 256;

  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private final Devices devices;
  private final Duration within;
  private final int width;

  /**
   * A way of looking.
   *
   * @param within the longest time for one device
   * @param width how many devices that answer at once are asked at a time
   */
  public PowerSweep(Devices devices, Duration within, int width) {
    this.devices = devices;
    this.within = within;
    this.width = width;
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
   * Looks at all of them and waits until the last one is done.
   *
   * @param each told of every node, on a thread of its own
   */
  public void look(Iterable<Node> nodes, BiConsumer<Node, PowerReading> each)
      throws InterruptedException {
    Semaphore places = new Semaphore(width);
    Queue<Look> running = new ArrayDeque<>();
    Phaser all = new Phaser(1);
    for (Node node : nodes) {
      awaitPlace(places, running);
      Look look = new Look(places);
      running.add(look);
      all.register();
      Thread.ofVirtual()
          .name("power-sweep")
          .start(
              () -> {
                try {
                  PowerReading reading = read(node);
                  look.leavePlace();
                  each.accept(node, reading);
                } finally {
                  look.leavePlace();
                  all.arriveAndDeregister();
                }
              });
    }
    all.awaitAdvanceInterruptibly(all.arrive());
  }

  private static void awaitPlace(Semaphore places, Queue<Look> running)
      throws InterruptedException {
    while (true) {
      for (Look first = running.peek();
          first != null && (first.isOver() || first.isSlow());
          first = running.peek()) {
        first.leavePlace();
        running.remove();
      }
      if (places.tryAcquire(AT_ONCE.toMillis() / 10, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private PowerReading read(Node node) {
    try {
      PowerState state = devices.powerState(node, within);
      return new PowerReading.Is(state);
    } catch (BackendException e) {
      return new PowerReading.Unknown(e);
    } catch (IllegalArgumentException e) {
      return new PowerReading.Unknown(
          new BackendException.Refused(node.display(), String.valueOf(e.getMessage())));
    }
  }
}
