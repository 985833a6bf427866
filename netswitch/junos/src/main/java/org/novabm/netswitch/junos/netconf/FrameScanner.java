package org.novabm.netswitch.junos.netconf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Finds the messages in a stream of bytes: up to {@code ]]>]]>} (RFC 6242, section 4.3), or in
 * chunks (section 4.2).
 */
final class FrameScanner {

  private static final byte[] MARK = "]]>]]>".getBytes(StandardCharsets.US_ASCII);

  private enum Part {
    UNTIL_MARK,
    LINE_BREAK,
    HASH,
    LENGTH_OR_END,
    LENGTH,
    DATA,
    LAST_LINE_BREAK
  }

  private final Consumer<String> messages;
  private int longest;
  private ByteArrayOutputStream message = new ByteArrayOutputStream();
  private volatile Part part = Part.UNTIL_MARK;
  private int matched;
  private long length;

  /**
   * A scanner.
   *
   * @param longest bytes of a message
   */
  FrameScanner(int longest, Consumer<String> messages) {
    this.longest = longest;
    this.messages = messages;
  }

  /** Messages may have so many bytes from now on. */
  void allow(int bytes) {
    longest = bytes;
  }

  void useChunks() {
    part = Part.LINE_BREAK;
  }

  /**
   * Takes the next bytes.
   *
   * @throws IOException when they break the framing, or a message is longer than it may be
   */
  void accept(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    while (at < from + count) {
      if (part == Part.DATA) {
        int taken = (int) Math.min(length, from + count - at);
        message.write(bytes, at, taken);
        at += taken;
        length -= taken;
        part = length == 0 ? Part.LINE_BREAK : Part.DATA;
      } else {
        step(bytes[at++]);
      }
    }
  }

  private void step(byte next) throws IOException {
    switch (part) {
      case UNTIL_MARK -> untilMark(next);
      case LINE_BREAK -> part = expect(next, '\n', Part.HASH);
      case HASH -> part = expect(next, '#', Part.LENGTH_OR_END);
      case LENGTH_OR_END -> {
        length = 0;
        if (next == '#' && message.size() > 0) {
          part = Part.LAST_LINE_BREAK;
        } else {
          digit(next, '1');
        }
      }
      case LENGTH -> {
        if (next == '\n') {
          part = Part.DATA;
        } else {
          digit(next, '0');
        }
      }
      case LAST_LINE_BREAK -> {
        part = expect(next, '\n', Part.LINE_BREAK);
        finish(0);
      }
      case DATA -> throw new IllegalStateException("data is taken by the run");
    }
  }

  private void untilMark(byte next) throws IOException {
    message.write(next);
    matched = next == MARK[matched] ? matched + 1 : next == ']' ? fallback() : 0;
    if (matched == MARK.length) {
      matched = 0;
      finish(MARK.length);
    } else if (message.size() > longest) {
      throw tooLong(message.size());
    }
  }

  /** How much of the mark is there when another bracket came instead of its next byte. */
  private int fallback() {
    return matched == 2 || matched == 5 ? 2 : 1;
  }

  private void digit(byte next, char least) throws IOException {
    if (next < least || next > '9') {
      throw new IOException("the peer sent a chunk without a length");
    }
    length = length * 10 + next - '0';
    if (message.size() + length > longest) {
      throw tooLong(message.size() + length);
    }
    part = Part.LENGTH;
  }

  private void finish(int markBytes) {
    String text = message.toString(StandardCharsets.UTF_8);
    // the buffer of a long message is not kept for the next one
    message = new ByteArrayOutputStream();
    messages.accept(text.substring(0, text.length() - markBytes));
  }

  private static Part expect(byte next, char wanted, Part then) throws IOException {
    if (next != wanted) {
      throw new IOException("the peer sent byte " + next + " between two chunks");
    }
    return then;
  }

  private IOException tooLong(long size) {
    return new IOException(
        "the peer sent a message of " + size + " bytes or more; " + longest + " is the most");
  }
}
