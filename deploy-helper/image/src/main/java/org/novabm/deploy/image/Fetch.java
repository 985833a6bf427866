package org.novabm.deploy.image;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Preparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One image on its way, and who waits for it. It goes on as long as somebody asks about it. */
final class Fetch {

  /** Much longer than a deployment that waits goes without being looked at on a busy host. */
  private static final long LEASE_NANOS = TimeUnit.MINUTES.toNanos(15);

  private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

  /** Nobody waits for the image any more. */
  static final class GivenUp extends IOException {
    GivenUp() {
      super("nobody waits for the image any more");
    }
  }

  /** Somebody who waits; when they asked last, and how they are told. */
  private record Waiter(long asked, Runnable told) {}

  private final ImageRef image;
  private final Map<UUID, Waiter> waiters = new ConcurrentHashMap<>();
  private final CompletableFuture<CheckedImage> result = new CompletableFuture<>();
  private final AtomicReference<Runnable> hangUp = new AtomicReference<>(() -> {});
  private final AtomicLong most = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile long total;
  private volatile boolean begun;
  private volatile boolean givenUp;

  Fetch(ImageRef image) {
    this.image = image;
  }

  ImageRef image() {
    return image;
  }

  /** Joins, or says that one still waits. */
  void ask(UUID waiter, long mostBytes, Runnable told) {
    most.accumulateAndGet(mostBytes, Math::max);
    waiters.put(waiter, new Waiter(System.nanoTime(), told));
  }

  void leave(UUID waiter) {
    waiters.remove(waiter);
  }

  /** Somebody waits and asked not too long ago. */
  boolean isWanted() {
    long now = System.nanoTime();
    return !givenUp && waiters.values().stream().anyMatch(w -> now - w.asked() < LEASE_NANOS);
  }

  /** Ends what is under way, at once; also what begins later. */
  void giveUp() {
    givenUp = true;
    hangUp.get().run();
  }

  /** What ends a source that keeps its reader waiting. */
  void onGivingUp(Runnable hanging) {
    hangUp.set(hanging);
    if (givenUp) {
      hanging.run();
    }
  }

  void requireWanted() throws GivenUp {
    if (!isWanted()) {
      throw new GivenUp();
    }
  }

  /** The most bytes that the largest of the waiting nodes has room for. */
  long most() {
    return most.get();
  }

  void begin() {
    begun = true;
  }

  /** It has to begin once more, later. */
  void waitAgain() {
    begun = false;
  }

  boolean hasBegun() {
    return begun;
  }

  void announced(long length) {
    total = Math.max(0, length);
  }

  void stored(int count) {
    bytes.addAndGet(count);
  }

  boolean isOver() {
    return result.isDone();
  }

  void end(CheckedImage checked) {
    result.complete(checked);
    tell();
  }

  void fail(RuntimeException cause) {
    result.completeExceptionally(cause);
    tell();
  }

  private void tell() {
    for (Waiter waiter : waiters.values()) {
      try {
        waiter.told().run();
      } catch (RuntimeException e) {
        // they ask by themselves a little later
        LOG.warn(
            "image {} is fetched, and the tasks that wait for it could not be woken",
            image.shown(),
            e);
      }
    }
  }

  /**
   * How it stands.
   *
   * @throws BackendException when it failed
   */
  ImageState state() {
    return switch (result.state()) {
      case RUNNING ->
          new ImageState.OnItsWay(
              begun ? new Preparation.Fetching(bytes.get(), total) : new Preparation.Queued());
      case SUCCESS -> new ImageState.Here(result.resultNow());
      case FAILED, CANCELLED ->
          throw result.exceptionNow() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(result.exceptionNow());
    };
  }
}
