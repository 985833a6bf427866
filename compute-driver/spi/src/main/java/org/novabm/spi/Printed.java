package org.novabm.spi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a program prints to one of its streams: the first bytes are kept, and the rest is read and
 * thrown away, so that the program goes on as if somebody listened.
 */
final class Printed {

  /** A child that the program left behind may keep its output open for as long as it likes. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private final Thread reader;

  private Printed(InputStream output, int most) {
    this.most = most;
    this.reader = Thread.ofVirtual().name("program-output").unstarted(() -> read(output));
  }

  /** Begins to read. */
  static Printed to(InputStream output, int most) {
    Printed printed = new Printed(output, most);
    printed.reader.start();
    return printed;
  }

  private void read(InputStream output) {
    byte[] buffer = new byte[4 << 10];
    try (output) {
      for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
        keep(buffer, count);
      }
    } catch (IOException e) {
      // it was ended while it printed; what came before is kept
    }
  }

  private synchronized void keep(byte[] bytes, int count) {
    kept.write(bytes, 0, Math.min(count, most - kept.size()));
  }

  /** All of it, once the program has ended. */
  String whenEnded() throws InterruptedException {
    reader.join(AFTERWARDS);
    synchronized (this) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
