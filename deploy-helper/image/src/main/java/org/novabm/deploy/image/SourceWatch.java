package org.novabm.deploy.image;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/**
 * Hangs up on a source that keeps us waiting: the head of each answer has a deadline, the body a
 * least rate, and all of it a time in all. Time-outs of sockets are for one read each, so a byte
 * now and then would beat them for ever.
 */
final class SourceWatch implements AutoCloseable {

  /** Why we hung up; what the client throws afterwards says only that somebody did. */
  static final class HungUp extends IOException {
    private final BackendException verdict;

    HungUp(BackendException verdict) {
      super(verdict);
      this.verdict = verdict;
    }

    BackendException verdict() {
      return verdict;
    }
  }

  private final FetchSettings settings;
  private final Fetch fetch;
  private final String name;
  private final long began = System.nanoTime();
  private final AtomicLong received = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Runnable hangUp = () -> {};
  private @Nullable BackendException verdict;
  private boolean body;
  private long since = began;
  private long before;
  private Duration longest;

  SourceWatch(String name, Fetch fetch, FetchSettings settings) {
    this.name = name;
    this.fetch = fetch;
    this.settings = settings;
    this.longest = settings.longest();
    fetch.onGivingUp(this::givenUp);
    Thread.ofVirtual().name("image source watch").start(this::watch);
  }

  /** A request goes out; its answer's head is to come in time. */
  synchronized void asking(Runnable hanging) throws HungUp {
    requireGoing();
    hangUp = hanging;
    body = false;
    since = System.nanoTime();
  }

  /**
   * The image itself begins.
   *
   * @param length how long it is, or a negative number
   */
  synchronized void answered(long length) throws HungUp {
    requireGoing();
    body = true;
    since = System.nanoTime();
    longest = settings.longest(length);
  }

  void received(int count) {
    received.addAndGet(count);
  }

  /** Throws once we hung up. */
  synchronized void requireGoing() throws HungUp {
    if (verdict != null) {
      throw new HungUp(verdict);
    }
  }

  private void watch() {
    Duration shorter =
        settings.silence().compareTo(settings.window()) < 0
            ? settings.silence()
            : settings.window();
    long pause = Math.clamp(shorter.toMillis() / 20, 5, 1000);
    try {
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        look(System.nanoTime());
      }
    } catch (InterruptedException e) {
      // nobody has this thread to interrupt it
      throw new IllegalStateException(e);
    }
  }

  private synchronized void look(long now) {
    if (now - began > longest.toNanos()) {
      hangUp(new BackendException.Refused(name, tooLong()));
    } else if (!body && now - since > settings.silence().toNanos()) {
      hangUp(
          new BackendException.Unreachable(
              name, "did not answer within " + seconds(settings.silence())));
    } else if (body && now - since > settings.window().toNanos()) {
      judgePace(now);
    }
  }

  private void judgePace(long now) {
    long all = received.get();
    double least = settings.leastBytesPerSecond() * ((now - since) / 1e9);
    if (all - before < least) {
      hangUp(new BackendException.Refused(name, tooSlow(all - before)));
    }
    before = all;
    since = now;
  }

  private String tooLong() {
    return "is not complete after "
        + seconds(longest)
        + ", which is more than its size may take (image_least_kib, image_fetch_seconds)";
  }

  private String tooSlow(long bytes) {
    return "comes too slowly: "
        + bytes
        + " bytes within "
        + seconds(settings.window())
        + ", and its source must send at least "
        + (settings.leastBytesPerSecond() >> 10)
        + " KiB a second (image_least_kib)";
  }

  private void givenUp() {
    synchronized (this) {
      hangUp(new BackendException.Unreachable(name, "was given up: nobody waits for it any more"));
    }
  }

  private void hangUp(BackendException why) {
    if (verdict == null) {
      verdict = why;
      hangUp.run();
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  @Override
  public void close() {
    closed.countDown();
    fetch.onGivingUp(() -> {});
  }
}
