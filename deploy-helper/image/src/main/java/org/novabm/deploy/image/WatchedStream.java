package org.novabm.deploy.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends a stream that stays silent. HttpClient's timeout ends with the headers, so a server that
 * stops in the middle of the body would hold the reader for ever.
 */
final class WatchedStream extends FilterInputStream {

  private final Duration silence;
  private final AtomicLong reads = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  WatchedStream(InputStream stream, Duration silence) {
    super(stream);
    this.silence = silence;
    Thread.ofVirtual().name("image source watch").start(this::watch);
  }

  private void watch() {
    try {
      long seen = reads.get();
      while (!closed.await(silence.toNanos(), TimeUnit.NANOSECONDS)) {
        if (seen == reads.get()) {
          silent = true;
          in.close();
          return;
        }
        seen = reads.get();
      }
    } catch (InterruptedException | IOException e) {
      // nobody interrupts this thread, and a stream that fails to close fails its reader as well
      silent = true;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = super.read(bytes, offset, length);
      reads.incrementAndGet();
      if (!silent) {
        return count;
      }
    } catch (IOException e) {
      if (!silent) {
        throw e;
      }
    }
    throw new HttpTimeoutException("sent nothing for " + silence.toMillis() / 1000.0 + " s");
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    super.close();
  }
}
