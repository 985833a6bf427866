package org.novabm.power.redfish;

import org.novabm.spi.ByteBudget;

/**
 * What answers may take.
 *
 * @param longest bytes of one body
 * @param heap that all BMCs' answers share, as received and as parsed
 */
record AnswerLimits(int longest, ByteBudget heap) {

  /** The bytes themselves, their doubling while they come, and then the texts made of them. */
  static final int HEAP_PER_BYTE = 3;

  /**
   * A property: its entry, the name and the value as objects, and its share of a map. Measured on
   * what has most objects for its bytes, a tree takes up to 87 % of this.
   */
  static final int HEAP_PER_PROPERTY = 160;
}
