package org.novabm.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/**
 * One node's way to its BMC, through the queue of all who use that BMC. A manager with a {@link
 * LastingSession} is kept open between operations.
 */
final class PowerLane implements AutoCloseable {

  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

  private final String display;
  private final BmcQueue queue;
  private final Supplier<PowerManager> opener;
  private final AtomicReference<@Nullable CompletableFuture<PowerState>> nextReading =
      new AtomicReference<>();
  private @Nullable PowerManager open;
  private volatile boolean retired;

  PowerLane(String display, BmcQueue queue, Supplier<PowerManager> opener) {
    this.display = display;
    this.queue = queue;
    this.opener = opener;
  }

  /**
   * Does something with the device.
   *
   * @param patience how long it waits for its turn; no longer than the budget's {@link
   *     DeviceBudget#turn} in any case
   * @throws BackendException as the manager throws it, or at once when the device is left alone, or
   *     when others have it for longer than that
   */
  <T> T use(Duration patience, Function<PowerManager, T> work) {
    return queue.inTurn("an order", patience, () -> judged(true, work));
  }

  /** The same for what says nothing about the power when it fails. */
  <T extends @Nullable Object> T aside(Duration patience, Function<PowerManager, T> work) {
    return queue.inTurn(
        "a look",
        patience,
        () -> {
          queue.check(false);
          return asked(work);
        });
  }

  /**
   * Reads the power state. Whoever asks while a reading waits for its turn gets what that one
   * finds: it begins after both were asked.
   */
  PowerState state(Duration within) {
    CompletableFuture<PowerState> mine = new CompletableFuture<>();
    CompletableFuture<PowerState> waiting =
        nextReading.compareAndSet(null, mine) ? null : nextReading.get();
    return waiting == null ? read(mine, within) : joined(waiting, within);
  }

  private PowerState read(CompletableFuture<PowerState> mine, Duration within) {
    try {
      return queue.inTurn(
          "a reading of the power",
          within,
          () -> {
            nextReading.compareAndSet(mine, null);
            PowerState read = judged(false, manager -> manager.state(within));
            mine.complete(read);
            return read;
          });
    } catch (RuntimeException | Error e) {
      nextReading.compareAndSet(mine, null);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private PowerState joined(CompletableFuture<PowerState> reading, Duration within) {
    Duration longest = queue.patience(within).plus(within);
    try {
      return reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new BackendException.Unreachable(
          display,
          "a reading that others began did not end in %d s".formatted(longest.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display, "interrupted while it was read", e);
    }
  }

  private <T> T judged(boolean order, Function<PowerManager, T> work) {
    queue.check(order);
    return queue.judged(() -> asked(work));
  }

  private <T extends @Nullable Object> T asked(Function<PowerManager, T> work) {
    return queue.paced(
        () -> {
          PowerManager manager = manager();
          try {
            return work.apply(manager);
          } finally {
            if (retired || !(manager instanceof LastingSession)) {
              closeManager();
            }
          }
        });
  }

  private PowerManager manager() {
    PowerManager manager = open;
    if (manager == null) {
      manager = opener.get();
      open = manager;
    }
    return manager;
  }

  /**
   * Ends the session, unless the device is in use and stays so for a while: it ends it by itself.
   */
  @Override
  public void close() {
    try {
      queue.inTurnWithin(LONGEST_FAREWELL, this::closeManager);
    } catch (BackendException.Unreachable e) {
      // interrupted: whoever has the device ends it
    }
  }

  /** Ends the session, and keeps none from now on: who still waits for the device ends his own. */
  void retire() {
    retired = true;
    close();
  }

  private void closeManager() {
    PowerManager manager = open;
    open = null;
    if (manager != null) {
      manager.close();
    }
  }
}
