package org.novabm.netswitch.junos.netconf;

import org.novabm.spi.ByteBudget;

/**
 * What messages of switches may take.
 *
 * @param longest bytes of one; a hello has less, see {@link #LONGEST_HELLO}
 * @param heap that all switches' messages share, as received and as a tree
 */
public record MessageLimits(int longest, ByteBudget heap) {

  /** Some hundred capabilities. */
  static final int LONGEST_HELLO = 64 << 10;

  /** Its buffer, which doubles, and then the text made of it. */
  private static final int HEAP_PER_BYTE = 3;

  private static final int HEAP_PER_MARK = 72;
  private static final int HEAP_PER_TEXT = 64;

  /** What bytes take as they come. */
  static int received(int bytes) {
    return bytes * HEAP_PER_BYTE;
  }

  /**
   * What the tree of a message takes beyond what was taken as it came: each tag or attribute is an
   * object, and so is each text, blanks between two elements included. Measured on what has most
   * objects for its bytes, a tree takes up to 85 % of this.
   */
  static int tree(String message) {
    long heap = 0;
    for (int i = 0; i < message.length(); i++) {
      char next = message.charAt(i);
      if (next == '<') {
        heap += HEAP_PER_MARK;
      } else if (next == '=') {
        heap += HEAP_PER_MARK + HEAP_PER_TEXT;
      } else if (i > 0 && message.charAt(i - 1) == '>') {
        heap += HEAP_PER_TEXT;
      }
    }
    return Math.clamp(heap - 2L * message.length(), 0, Integer.MAX_VALUE);
  }
}
