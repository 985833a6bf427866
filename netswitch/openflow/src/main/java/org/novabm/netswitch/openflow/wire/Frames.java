package org.novabm.netswitch.openflow.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;

/**
 * Cuts a stream into messages by the length in their header (OpenFlow 1.3.5, 7.1.1). Goes on where
 * it was after a read that timed out.
 */
final class Frames {

  static final int HEADER = 8;

  private static final int MOST = 0xffff;

  private final InputStream stream;
  private final byte[] buffer = new byte[MOST];
  private int filled;

  Frames(InputStream stream) {
    this.stream = stream;
  }

  /**
   * The next message, header and all.
   *
   * @throws java.net.SocketTimeoutException when none is complete yet
   * @throws EOFException when the other side hung up
   * @throws ProtocolException when the length is shorter than a header
   */
  byte[] next() throws IOException {
    fill(HEADER);
    int length = ((buffer[2] & 0xff) << 8) | (buffer[3] & 0xff);
    if (length < HEADER) {
      throw new ProtocolException(
          "a message of %d bytes, type %d: shorter than its header"
              .formatted(length, buffer[1] & 0xff));
    }
    fill(length);
    filled = 0;
    return Arrays.copyOf(buffer, length);
  }

  private void fill(int wanted) throws IOException {
    while (filled < wanted) {
      int count = stream.read(buffer, filled, wanted - filled);
      if (count < 0) {
        throw new EOFException("the switch hung up");
      }
      filled += count;
    }
  }
}
