package org.novabm.netswitch.openvswitch.ovsdb;

import org.novabm.spi.ByteBudget;

/**
 * What answers of databases may take.
 *
 * @param longest bytes of one message
 * @param heap that all databases' messages share, as received and as trees
 */
public record AnswerBounds(int longest, ByteBudget heap) {

  /** The buffer, which doubles, and then the texts in the tree. */
  private static final int HEAP_PER_BYTE = 3;

  /** A value in an array or an object, with its share of both. */
  private static final int HEAP_PER_VALUE = 128;

  static int received(int bytes) {
    return bytes * HEAP_PER_BYTE;
  }

  /** What the tree of a message takes, no less. */
  static int tree(byte[] message) {
    long values = 1;
    for (byte one : message) {
      if (one == ',' || one == ':' || one == '{' || one == '[') {
        values++;
      }
    }
    return (int) Math.min(values * HEAP_PER_VALUE, Integer.MAX_VALUE);
  }
}
