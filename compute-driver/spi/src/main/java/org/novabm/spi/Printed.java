package org.novabm.spi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a program prints to one of its streams: the first bytes are kept, and the rest is read and
 * thrown away, so that the program goes on as if somebody listened. Only what is there is read: a
 * child that the program left behind may keep its output open for as long as it likes, and whoever
 * waited for its end would wait with it.
 */
final class Printed {

  static final int PIECE = 4 << 10;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[PIECE];
  private final InputStream output;
  private final int most;

  /**
   * @param most bytes that are kept
   */
  Printed(InputStream output, int most) {
    this.output = output;
    this.most = most;
  }

  /** Reads a piece of what is there; false when there is nothing. */
  boolean read() {
    try {
      int there = Math.min(output.available(), buffer.length);
      int count = there == 0 ? 0 : output.read(buffer, 0, there);
      kept.write(buffer, 0, Math.clamp(most - kept.size(), 0, Math.max(0, count)));
      return count > 0;
    } catch (IOException e) {
      // it was ended while it printed; what came before is kept
      return false;
    }
  }

  /** What is kept. */
  String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
