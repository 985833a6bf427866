package org.novabm.netswitch.openvswitch.ovsdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into JSON objects, which follow each other without anything between them
 * but blanks (RFC 7047, section 4). Length and depth are bounded before anything is parsed.
 */
final class MessageScanner {

  static final int MOST_DEPTH = 64;

  private final int mostBytes;
  private ByteArrayOutputStream message = new ByteArrayOutputStream();
  private int depth;
  private boolean quoted;
  private boolean escaped;

  /**
   * A scanner.
   *
   * @param mostBytes of a message
   */
  MessageScanner(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Takes bytes until a message is whole.
   *
   * @return the message, or null when all bytes were taken and it is not whole yet
   * @throws IOException when this is no stream of bounded objects
   */
  byte @Nullable [] next(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      byte one = bytes.get();
      if (depth == 0 && one != '{') {
        if (one > ' ') {
          throw new IOException("the peer sent '" + (char) one + "' where an object begins");
        }
        continue;
      }
      message.write(one);
      if (message.size() > mostBytes) {
        throw new IOException("the peer sent a message of more than " + mostBytes + " bytes");
      }
      if (follow(one)) {
        byte[] whole = message.toByteArray();
        // the buffer of a long message is not kept for the next one
        message = new ByteArrayOutputStream();
        return whole;
      }
    }
    return null;
  }

  /** True when this byte ends the outermost object. */
  private boolean follow(byte one) throws IOException {
    if (quoted) {
      quoted = escaped || one != '"';
      escaped = !escaped && one == '\\';
      return false;
    }
    switch (one) {
      case '"' -> quoted = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {}
    }
    if (depth > MOST_DEPTH) {
      throw new IOException("the peer sent a message nested deeper than " + MOST_DEPTH);
    }
    return depth == 0;
  }
}
