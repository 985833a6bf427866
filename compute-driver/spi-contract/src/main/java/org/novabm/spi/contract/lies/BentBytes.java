package org.novabm.spi.contract.lies;

import java.util.Arrays;
import java.util.Random;

/** Answers, damaged. */
final class BentBytes {

  private static final int MOST_MORE = 9;

  private final Random random;

  BentBytes(Random random) {
    this.random = random;
  }

  /** Most of it happens at the start, where protocols keep their lengths. */
  byte[] wrongLength(byte[] honest) {
    byte[] bent = resized(honest);
    for (int i = random.nextInt(4); i >= 0 && bent.length > 0; i--) {
      int near = random.nextBoolean() ? Math.min(16, bent.length) : bent.length;
      bent[random.nextInt(near)] = (byte) random.nextInt();
    }
    return bent;
  }

  private byte[] resized(byte[] honest) {
    int at = random.nextInt(honest.length + 1);
    int more = random.nextInt(2 * MOST_MORE) - MOST_MORE;
    byte[] bent = new byte[Math.max(at, honest.length + more)];
    random.nextBytes(bent);
    System.arraycopy(honest, 0, bent, 0, at);
    int rest = Math.min(honest.length - at, bent.length - at);
    System.arraycopy(honest, honest.length - rest, bent, bent.length - rest, rest);
    return bent;
  }

  byte[] truncated(byte[] honest) {
    return Arrays.copyOf(honest, random.nextInt(Math.max(1, honest.length)));
  }

  /** Bytes that mean something somewhere: digits, brackets, blanks, line ends, all ones. */
  byte[] filler(int size) {
    byte[] filler = new byte[size];
    byte[] meaning = {0, '9', '{', '[', '<', ' ', '\n', 'a', (byte) 0xff, 1, 0x30, (byte) 0x82};
    byte one = meaning[random.nextInt(meaning.length)];
    if (random.nextInt(4) == 0) {
      random.nextBytes(filler);
    } else {
      Arrays.fill(filler, one);
    }
    return filler;
  }

  /** 2 to 5. */
  int times() {
    return 2 + random.nextInt(4);
  }
}
