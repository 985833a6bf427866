package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;

/**
 * One client, by a socket of our own that is connected to its port. The kernel turns others away
 * from it, and tells us when the client has gone.
 */
final class Peer implements AutoCloseable {

  /** What came from the client. */
  enum Answer {
    /** An acknowledgement, see {@link #block}. */
    ACK,
    /** It wants no more, see {@link #complaint}. */
    ERROR,
    /** Something that has no place in a transfer. */
    OTHER,
    /** Nothing in time. */
    NONE
  }

  private static final int MOST_ANSWER_BYTES = 128;

  private final DatagramChannel channel;
  private final ByteBuffer answer = ByteBuffer.allocate(MOST_ANSWER_BYTES);
  private final DatagramPacket packet = new DatagramPacket(answer.array(), MOST_ANSWER_BYTES);

  Peer(InetAddress local, InetSocketAddress client) throws IOException {
    channel = DatagramChannel.open();
    try {
      channel.bind(new InetSocketAddress(local, 0)).connect(client);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void send(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
  }

  /**
   * Waits for one packet.
   *
   * @throws IOException when the client's port is closed, or this socket
   */
  Answer receive(Duration within) throws IOException {
    // 0 would mean for ever
    channel.socket().setSoTimeout((int) Math.max(1, within.toMillis()));
    packet.setLength(MOST_ANSWER_BYTES);
    try {
      channel.socket().receive(packet);
    } catch (SocketTimeoutException e) {
      return Answer.NONE;
    }
    if (packet.getLength() < 4) {
      return Answer.OTHER;
    }
    return switch (answer.getShort(0)) {
      case OpCode.ACK -> Answer.ACK;
      case OpCode.ERROR -> Answer.ERROR;
      default -> Answer.OTHER;
    };
  }

  /** The block number of the acknowledgement that came last, 0 to 65535. */
  int block() {
    return answer.getShort(2) & 0xffff;
  }

  /** Code and text of the error that came last, fit to be logged. */
  String complaint() {
    StringBuilder text = new StringBuilder("error ").append(block()).append(' ');
    for (int i = 4; i < packet.getLength() && answer.get(i) != 0; i++) {
      byte next = answer.get(i);
      text.append(next >= ' ' && next <= '~' ? (char) next : '?');
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
