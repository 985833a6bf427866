package org.novabm.netswitch.openflow;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The least that passes for an OpenFlow 1.3 switch: it greets, says who it is, has two ports and no
 * flows, and acknowledges everything. Its answers can be turned into others.
 */
final class RawSwitch implements AutoCloseable {

  static final int HELLO = 0;
  static final int ECHO_REQUEST = 2;
  static final int ECHO_REPLY = 3;
  static final int FEATURES_REQUEST = 5;
  static final int FEATURES_REPLY = 6;
  static final int MULTIPART_REQUEST = 18;
  static final int MULTIPART_REPLY = 19;
  static final int BARRIER_REQUEST = 20;
  static final int BARRIER_REPLY = 21;
  private static final int PORTS = 13;

  private final Socket socket;
  private final long datapath;
  private final UnaryOperator<byte[]> lies;
  private final CompletableFuture<Void> hungUpOn = new CompletableFuture<>();
  private final AtomicInteger heard = new AtomicInteger();

  /**
   * Calls.
   *
   * @param lies turns a message that it would send into another; an empty one is not sent
   */
  RawSwitch(int port, long datapath, UnaryOperator<byte[]> lies) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.datapath = datapath;
    this.lies = lies;
    Thread.ofVirtual().start(this::talk);
  }

  static RawSwitch honest(int port, long datapath) throws IOException {
    return new RawSwitch(port, datapath, UnaryOperator.identity());
  }

  /** Answers until it is known which ports it has, and nothing afterwards, not even an echo. */
  static RawSwitch mute(int port, long datapath) throws IOException {
    return new RawSwitch(
        port,
        datapath,
        answer ->
            switch (answer[1]) {
              case HELLO, FEATURES_REPLY -> answer;
              case MULTIPART_REPLY -> answer[9] == PORTS ? answer : new byte[0];
              default -> new byte[0];
            });
  }

  /** Done when the controller hung up. */
  CompletableFuture<Void> hungUpOn() {
    return hungUpOn;
  }

  /** How many messages came. */
  int heard() {
    return heard.get();
  }

  static byte[] message(int type, int xid, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .put((byte) 4)
        .put((byte) type)
        .putShort((short) (8 + body.length))
        .putInt(xid)
        .put(body)
        .array();
  }

  private void talk() {
    try (socket) {
      DataInputStream stream = new DataInputStream(socket.getInputStream());
      say(message(HELLO, 1, new byte[0]));
      while (true) {
        stream.readByte();
        int type = stream.readUnsignedByte();
        int length = stream.readUnsignedShort();
        int xid = stream.readInt();
        byte[] body = new byte[length - 8];
        stream.readFully(body);
        heard.incrementAndGet();
        answer(type, xid, body);
      }
    } catch (IOException e) {
      hungUpOn.complete(null);
    }
  }

  private void answer(int type, int xid, byte[] body) throws IOException {
    switch (type) {
      case ECHO_REQUEST -> say(message(ECHO_REPLY, xid, body));
      case FEATURES_REQUEST -> say(message(FEATURES_REPLY, xid, features()));
      case BARRIER_REQUEST -> say(message(BARRIER_REPLY, xid, body));
      case MULTIPART_REQUEST -> say(message(MULTIPART_REPLY, xid, parts(body[1])));
      default -> {}
    }
  }

  private byte[] features() {
    return ByteBuffer.allocate(24).putLong(datapath).putInt(0).put((byte) 2).array();
  }

  private static byte[] parts(int kind) {
    if (kind != PORTS) {
      return ByteBuffer.allocate(8).putShort((short) kind).array();
    }
    ByteBuffer ports = ByteBuffer.allocate(8 + 2 * 64).putShort((short) kind).putShort((short) 0);
    for (int port = 1; port <= 2; port++) {
      int start = 8 + (port - 1) * 64;
      ports.putInt(start, port);
      ports.put(start + 8, new byte[] {2, 0, 0, 0, 0, (byte) port});
      ports.put(start + 16, ("p" + port).getBytes(StandardCharsets.US_ASCII));
    }
    return ports.array();
  }

  private void say(byte[] message) throws IOException {
    byte[] said = lies.apply(message);
    synchronized (this) {
      socket.getOutputStream().write(said);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
