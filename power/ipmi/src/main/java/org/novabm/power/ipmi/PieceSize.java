package org.novabm.power.ipmi;

import org.novabm.power.ipmi.wire.CompletionCode;

/**
 * How many bytes a BMC is asked for at a time. Some cannot answer with as many as others, and say
 * so; a record that cannot be read at any size says the same. Not thread-safe.
 */
final class PieceSize {

  private static final int USUAL = 16;
  private static final int LEAST = 4;

  private int proven = USUAL;
  private int next = USUAL;

  /** For the next question; never more than is wanted. */
  int of(int wanted) {
    return Math.min(next, wanted);
  }

  /** The last size was answered: it is the one for all that follows. */
  void answered() {
    proven = next;
  }

  /**
   * The last size was refused.
   *
   * @return whether to ask for less
   */
  boolean shrinks(CompletionCode refusal) {
    if (refusal.asksForLess() && next > LEAST) {
      next /= 2;
      return true;
    }
    return false;
  }

  /** What was asked for cannot be read at all; it says nothing about the size. */
  void forget() {
    next = proven;
  }
}
