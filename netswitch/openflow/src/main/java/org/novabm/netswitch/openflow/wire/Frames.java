package org.novabm.netswitch.openflow.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/**
 * Cuts a stream into messages by the length in their header (OpenFlow 1.3.5, 7.1.1). Goes on where
 * it was after a read that timed out, for a while. What is kept of a message grows with what came
 * of it, not with what its header claims; long ones take from a budget that all switches share.
 */
final class Frames implements AutoCloseable {

  static final int HEADER = 8;

  /** A greeting: a header, and a bitmap of versions. */
  static final int LONGEST_GREETING = 1 << 10;

  /** Of a caller that nobody knows: the features of a 1.0 switch with 169 ports. */
  static final int LONGEST_OF_STRANGERS = 8 << 10;

  /** What the length's 16 bits can say. */
  static final int LONGEST = 0xffff;

  private static final int FIRST = 512;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InputStream stream;
  private final ByteBudget.Share share;
  private int most = LONGEST_GREETING;
  private byte[] buffer = new byte[FIRST];
  private int filled;
  private Deadline patience = Deadline.in(PATIENCE);

  /**
   * The frames of a connection.
   *
   * @param share pays for messages longer than those of strangers
   */
  Frames(InputStream stream, ByteBudget.Share share) {
    this.stream = stream;
    this.share = share;
  }

  /** Longer messages than so many bytes are refused from now on. */
  void allow(int bytes) {
    most = bytes;
  }

  /**
   * The next message, header and all. It is given up with the next call.
   *
   * @throws SocketTimeoutException when none is complete yet
   * @throws EOFException when the other side hung up
   * @throws ProtocolException when the length is shorter than a header or longer than allowed, or
   *     the message stops in the middle
   * @throws org.novabm.spi.BackendException when all of the budget is taken by others
   */
  byte[] next() throws IOException {
    if (filled == 0) {
      share.close();
    }
    fill(HEADER);
    int length = ((buffer[2] & 0xff) << 8) | (buffer[3] & 0xff);
    if (length < HEADER) {
      throw new ProtocolException(
          "a message of %d bytes, type %d: shorter than its header"
              .formatted(length, buffer[1] & 0xff));
    }
    if (length > most) {
      throw new ProtocolException(
          "a message of %d bytes, type %d: longer than the %d it may have now"
              .formatted(length, buffer[1] & 0xff, most));
    }
    fill(length);
    byte[] message = Arrays.copyOf(buffer, length);
    filled = 0;
    if (buffer.length > LONGEST_OF_STRANGERS) {
      buffer = new byte[FIRST];
    }
    return message;
  }

  private void fill(int wanted) throws IOException {
    while (filled < wanted) {
      if (filled == buffer.length) {
        grow();
      }
      int count;
      try {
        count = stream.read(buffer, filled, Math.min(wanted, buffer.length) - filled);
      } catch (SocketTimeoutException e) {
        refuseHalves();
        throw e;
      }
      if (count < 0) {
        throw new EOFException("the switch hung up");
      }
      patience = filled == 0 ? Deadline.in(PATIENCE) : patience;
      filled += count;
      if (filled < wanted) {
        refuseHalves();
      }
    }
  }

  private void grow() {
    int wider = Math.min(buffer.length * 2, LONGEST);
    if (wider > LONGEST_OF_STRANGERS) {
      share.take(wider - (buffer.length > LONGEST_OF_STRANGERS ? buffer.length : 0), patience);
    }
    buffer = Arrays.copyOf(buffer, wider);
  }

  /** Half a message is not kept for ever. */
  private void refuseHalves() throws ProtocolException {
    if (filled > 0 && patience.isOver()) {
      throw new ProtocolException(
          "a message of which %d bytes came and not the rest in %d s"
              .formatted(filled, PATIENCE.toSeconds()));
    }
  }

  /** Gives back what it took for a long message. */
  @Override
  public void close() {
    share.close();
  }
}
