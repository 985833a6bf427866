package org.novabm.power.ipmi;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SolPacket;

/** What was typed and has not been sent, breaks among it. Safe for many threads. */
final class Typed {

  /** A line that takes nothing shall not eat our memory. */
  private static final int MOST_WAITING = 16 << 10;

  private byte[] waiting = new byte[0];

  /** How many characters stand before the break that is to be sent; -1 for none. */
  private int breakAfter = -1;

  /** Adds what there is room for, and says how much that was. */
  synchronized int add(byte[] typed) {
    int room = Math.min(typed.length, MOST_WAITING - waiting.length);
    ByteArrayOutputStream both = new ByteArrayOutputStream(waiting.length + room);
    both.writeBytes(waiting);
    both.write(typed, 0, room);
    waiting = both.toByteArray();
    return room;
  }

  /** Several breaks that wait are one, where the last was asked for. */
  synchronized void addBreak() {
    breakAfter = waiting.length;
  }

  /** The next packet, or null when there is nothing to be sent. */
  synchronized @Nullable SolPacket next(int sequence, int mostCharacters) {
    if (breakAfter == 0) {
      breakAfter = -1;
      return new SolPacket(sequence, 0, 0, SolPacket.BREAK, Octets.EMPTY);
    }
    int size = Math.min(mostCharacters, breakAfter > 0 ? breakAfter : waiting.length);
    if (waiting.length == 0) {
      return null;
    }
    Octets characters = Octets.copyOf(Arrays.copyOf(waiting, Math.min(size, waiting.length)));
    waiting = Arrays.copyOfRange(waiting, characters.size(), waiting.length);
    breakAfter = breakAfter > 0 ? breakAfter - characters.size() : -1;
    return new SolPacket(sequence, 0, 0, 0, characters);
  }
}
