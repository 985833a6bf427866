package org.novabm.power.ipmi.wire;

/**
 * Which sequence numbers of one direction may still come: each once, and none that is {@value
 * #WIDTH} or more away from the highest (IPMI 2.0, section 6.12.13). Not thread-safe.
 */
public final class SequenceWindow {

  static final int WIDTH = 16;

  private int highest;
  private int seen;
  private boolean started;

  /** Whether the number is new and near; it is taken as seen from now on. */
  public boolean accept(int sequence) {
    if (sequence == 0) {
      return false;
    }
    if (!started) {
      started = true;
      return advance(sequence, WIDTH);
    }
    int ahead = sequence - highest;
    if (ahead > 0) {
      return ahead < WIDTH && advance(sequence, ahead);
    }
    int bit = 1 << -ahead;
    if (ahead <= -WIDTH || (seen & bit) != 0) {
      return false;
    }
    seen |= bit;
    return true;
  }

  private boolean advance(int sequence, int ahead) {
    highest = sequence;
    seen = seen << ahead | 1;
    return true;
  }
}
