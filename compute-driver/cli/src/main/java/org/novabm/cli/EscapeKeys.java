package org.novabm.cli;

import java.io.ByteArrayOutputStream;

/**
 * Finds, among the keys that somebody types at a console, those for the console itself: a tilde at
 * the beginning of a line and what follows it, as ssh and ipmitool have them.
 */
final class EscapeKeys {

  static final String HELP =
      "~. leaves, ~B sends a break, ~~ types a tilde, ~? shows this; at the beginning of a line";

  private static final byte ESCAPE = 0x1b;

  private enum Sequence {
    NONE,
    BEGUN,
    INSIDE,
    LAST
  }

  /** What comes of the keys. */
  interface Listener {
    void typed(byte[] keys);

    void breakWanted();

    void helpWanted();

    void leave();
  }

  private final Listener listener;
  private boolean lineBegins = true;
  private boolean tilde;
  private Sequence sequence = Sequence.NONE;

  EscapeKeys(Listener listener) {
    this.listener = listener;
  }

  void feed(byte[] keys, int length) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int i = 0; i < length; i++) {
      byte key = keys[i];
      if (tilde) {
        tilde = false;
        pass(plain);
        escape(key, plain);
      } else if (key == '~' && lineBegins) {
        tilde = true;
      } else {
        plain.write(key);
        lineBegins = key == '\r' || key == '\n' || (lineBegins && isInSequence(key));
      }
    }
    pass(plain);
  }

  /**
   * Whether the key belongs to a control sequence (ECMA-48, section 5.4): an arrow, or what the
   * terminal answers to a shell that asks where the cursor is. Such a one begins no line's text.
   */
  private boolean isInSequence(byte key) {
    sequence =
        switch (sequence) {
          case NONE -> key == ESCAPE ? Sequence.BEGUN : Sequence.NONE;
          case BEGUN -> key == '[' ? Sequence.INSIDE : Sequence.NONE;
          case INSIDE -> key >= '@' && key <= '~' ? Sequence.LAST : Sequence.INSIDE;
          case LAST -> key == ESCAPE ? Sequence.BEGUN : Sequence.NONE;
        };
    return sequence != Sequence.NONE;
  }

  private void pass(ByteArrayOutputStream plain) {
    if (plain.size() > 0) {
      listener.typed(plain.toByteArray());
      plain.reset();
    }
  }

  private void escape(byte key, ByteArrayOutputStream plain) {
    switch (key) {
      case '.' -> listener.leave();
      case 'B', 'b' -> listener.breakWanted();
      case '?' -> listener.helpWanted();
      case '~' -> {
        plain.write('~');
        lineBegins = false;
      }
      default -> {
        plain.write('~');
        plain.write(key);
        lineBegins = key == '\r' || key == '\n';
      }
    }
  }
}
