package org.novabm.rack.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;

/**
 * A BMC on a UDP port: RMCP+ with cipher suite 3 and no other, one account, and the chassis
 * commands that provisioning uses. Packets it does not understand are dropped, as a BMC does.
 */
public final class SimulatedBmc implements AutoCloseable {

  private static final int LARGEST = 1024;
  private static final int SESSIONS = 16;
  private static final byte[] RMCP = {0x06, 0x00, (byte) 0xff, 0x07};

  private final DatagramSocket socket;
  private final ChassisCommands commands;
  private final byte[] user;
  private final byte[] password;
  private final AtomicInteger ids = new AtomicInteger(0x1000);
  private final Map<Integer, BmcSession> sessions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BmcSession> eldest) {
          return size() > SESSIONS;
        }
      };

  private SimulatedBmc(DatagramSocket socket, Chassis chassis, String user, Secret password) {
    this.socket = socket;
    this.commands = new ChassisCommands(chassis);
    this.user = user.getBytes(StandardCharsets.UTF_8);
    this.password = password.reveal().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Starts answering.
   *
   * @param address where; port 0 for a free one
   */
  public static SimulatedBmc start(
      InetSocketAddress address, Chassis chassis, String user, Secret password) {
    try {
      SimulatedBmc bmc = new SimulatedBmc(new DatagramSocket(address), chassis, user, password);
      Thread.ofVirtual().name("bmc " + bmc.port()).start(bmc::serve);
      return bmc;
    } catch (SocketException e) {
      throw new UncheckedIOException("no BMC on " + address, e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
        if (answer != null) {
          byte[] whole = new Bytes().raw(RMCP).raw(answer).done();
          socket.send(new DatagramPacket(whole, whole.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("the simulated BMC on port " + port() + " broke", e);
        }
      }
    }
  }

  private byte @Nullable [] answer(byte[] packet) {
    if (packet.length < 14 || !Arrays.equals(RMCP, Arrays.copyOf(packet, 4))) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(packet, 4, packet.length);
    return switch (body[0]) {
      case 0x00 -> withoutSession(body);
      case 0x06 -> rmcpPlus(body);
      default -> null;
    };
  }

  /** IPMI 1.5 form, for the questions that come before a session (section 13.6). */
  private byte @Nullable [] withoutSession(byte[] body) {
    int length = body[9] & 0xff;
    if (body.length < 10 + length) {
      return null;
    }
    byte[] reply = commands.beforeSession(Arrays.copyOfRange(body, 10, 10 + length));
    return reply == null
        ? null
        : new Bytes().one(0).four(0).four(0).one(reply.length).raw(reply).done();
  }

  private byte @Nullable [] rmcpPlus(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int id = in.getInt(2);
    int length = in.getShort(10) & 0xffff;
    if (body.length < 12 + length || length < 8) {
      return null;
    }
    byte[] payload = Arrays.copyOfRange(body, 12, 12 + length);
    return switch (body[1] & 0x3f) {
      case 0x10 -> plain(0x11, openSession(payload));
      case 0x12 -> handshake(0x13, payload);
      case 0x14 -> handshake(0x15, payload);
      case 0x00 -> inSession(id, body, length);
      default -> null;
    };
  }

  private byte[] openSession(byte[] request) {
    ByteBuffer in = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
    int console = in.getInt(4);
    boolean suite3 =
        request.length >= 32 && request[12] == 1 && request[20] == 1 && request[28] == 1;
    if (!suite3) {
      return new Bytes().all(request[0], 0x11, 0, 0).four(console).done();
    }
    int own = ids.incrementAndGet();
    sessions.put(own, new BmcSession(own, console, user, password));
    return new Bytes()
        .all(request[0], 0, 4, 0)
        .four(console)
        .four(own)
        .all(0, 0, 0, 8, 1, 0, 0, 0)
        .all(1, 0, 0, 8, 1, 0, 0, 0)
        .all(2, 0, 0, 8, 1, 0, 0, 0)
        .done();
  }

  private byte @Nullable [] handshake(int answerType, byte[] payload) {
    int id = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    BmcSession session = sessions.get(id);
    if (session == null) {
      return plain(answerType, new Bytes().all(payload[0], 0x02, 0, 0).four(0).done());
    }
    return plain(answerType, answerType == 0x13 ? session.rakp2(payload) : session.rakp4(payload));
  }

  private byte @Nullable [] inSession(int id, byte[] body, int length) {
    BmcSession session = sessions.get(id);
    byte[] request = session == null ? null : session.open(body, length);
    if (session == null || request == null) {
      return null;
    }
    byte[] reply = commands.inSession(request);
    if (reply == null) {
      return null;
    }
    if (ChassisCommands.closesSession(request)) {
      sessions.remove(id);
    }
    return session.seal(reply);
  }

  private static byte[] plain(int type, byte[] payload) {
    return new Bytes().one(0x06).one(type).four(0).four(0).two(payload.length).raw(payload).done();
  }
}
