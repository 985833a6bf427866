package org.novabm.rack.bmc;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.bmc.FaultRules.Mishap;

/**
 * A BMC: packets in, packets out. Those it does not understand are dropped, as a BMC does. Its farm
 * runs it on one thread; faults can be changed from any.
 */
public final class SimulatedBmc {

  static final byte[] RMCP = {0x06, 0x00, (byte) 0xff, 0x07};
  private static final int OPEN_SESSION = 0x10;
  private static final int RAKP_1 = 0x12;
  private static final int RAKP_3 = 0x14;
  private static final int MESSAGE = 0x00;
  private static final int NO_RESOURCES = 0x01;
  private static final int NO_SESSION = 0x02;
  private static final int SHORTEST = 14;
  private static final int HEADER = 12;

  private final InetSocketAddress address;
  private final BmcPlan plan;
  private final Algorithms algorithms;
  private final RandomGenerator chance;
  private final BmcSessions sessions;
  private final SimulatedSerialOverLan serial;
  private final BmcCommands commands;
  private final OutsideSessions outside;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile FaultRules faults;

  SimulatedBmc(
      InetSocketAddress address, BmcPlan plan, Algorithms algorithms, RandomGenerator chance) {
    this.address = address;
    this.plan = plan;
    this.algorithms = algorithms;
    this.chance = chance;
    this.faults = plan.faults();
    this.sessions = new BmcSessions(plan.slots());
    this.serial = new SimulatedSerialOverLan(plan.serial());
    this.commands = new BmcCommands(plan, this::faults, serial, address.getPort());
    this.outside = new OutsideSessions(commands);
  }

  /** Where it answers. */
  public InetSocketAddress address() {
    return address;
  }

  /** How many sessions are open. */
  public int sessions() {
    return sessions.open();
  }

  /**
   * What the light does that the machine is found by: {@code off}, {@code for a while} or {@code
   * on}.
   */
  public String light() {
    return commands.light();
  }

  /** How many commands it was sent in sessions. */
  public int asked() {
    return asked.get();
  }

  public FaultRules faults() {
    return faults;
  }

  public void setFaults(FaultRules rules) {
    faults = rules;
  }

  boolean happens(Mishap mishap) {
    double likely = faults.chance(mishap);
    return likely > 0 && chance.nextDouble() < likely;
  }

  /** Whether somebody is at the machine's serial line. */
  public boolean isConsoleActive() {
    return serial.isActive();
  }

  /** Who is at the serial line, or null. */
  @Nullable SocketAddress console() {
    return serial.console();
  }

  /** A packet for the {@link #console}, or null when there is none now. */
  byte @Nullable [] further() {
    return framed(serial.next(System.nanoTime()));
  }

  /** When there may be a {@link #further} packet by itself, 0 for never. */
  long furtherDue() {
    return serial.nextDue();
  }

  /** The answer to a packet, or null when there is none. */
  byte @Nullable [] answer(byte[] packet, SocketAddress sender) {
    if (packet.length < SHORTEST || !Arrays.equals(RMCP, 0, 4, packet, 0, 4)) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(packet, 4, packet.length);
    byte[] answer =
        switch (body[0]) {
          case 0x00 -> outside.oldForm(body);
          case 0x06 -> rmcpPlus(body, sender);
          default -> null;
        };
    return framed(answer);
  }

  private static byte @Nullable [] framed(byte @Nullable [] packet) {
    return packet == null ? null : new Bytes().raw(RMCP).raw(packet).done();
  }

  private byte @Nullable [] rmcpPlus(byte[] body, SocketAddress sender) {
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int id = in.getInt(2);
    int length = in.getShort(10) & 0xffff;
    if (body.length < HEADER + length || length < 8) {
      return null;
    }
    int type = body[1] & 0x3f;
    return switch (type) {
      case OPEN_SESSION -> OutsideSessions.plain(type + 1, openSession(payload(body, length)));
      case RAKP_1, RAKP_3 ->
          OutsideSessions.plain(type + 1, handshake(type, payload(body, length)));
      case MESSAGE ->
          id == 0 ? outside.newForm(payload(body, length)) : inSession(id, body, length, sender);
      case SimulatedSerialOverLan.TYPE -> onSerialLine(id, body, length);
      default -> null;
    };
  }

  private static byte[] payload(byte[] body, int length) {
    return Arrays.copyOfRange(body, HEADER, HEADER + length);
  }

  private byte[] openSession(byte[] request) {
    int tag = request[0];
    int console = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    Suite suite = request.length < 32 ? null : Suite.of(request[12], request[20], request[28]);
    if (suite == null || !plan.suites().contains(suite)) {
      return new Bytes().all(tag, plan.profile().otherSuites(), 0, 0).four(console).done();
    }
    int own = sessions.nextId();
    if (faults.noSlots()
        || !sessions.add(new BmcSession(own, console, suite, plan.account(), algorithms))) {
      return new Bytes().all(tag, NO_RESOURCES, 0, 0).four(console).done();
    }
    return new Bytes()
        .all(tag, 0, 4, 0)
        .four(console)
        .four(own)
        .all(0, 0, 0, 8, suite.authentication(), 0, 0, 0)
        .all(1, 0, 0, 8, suite.integrity(), 0, 0, 0)
        .all(2, 0, 0, 8, Suite.CONFIDENTIALITY, 0, 0, 0)
        .done();
  }

  private byte[] handshake(int type, byte[] payload) {
    int id = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    BmcSession session = sessions.find(id);
    if (session == null) {
      return new Bytes().all(payload[0], NO_SESSION, 0, 0).four(0).done();
    }
    if (type == RAKP_1) {
      return session.rakp2(payload);
    }
    byte[] answer = session.rakp4(payload);
    sessions.count();
    return answer;
  }

  private byte @Nullable [] inSession(int id, byte[] body, int length, SocketAddress sender) {
    if (happens(Mishap.FORGET)) {
      sessions.clear();
    }
    serial.forgetUnless(sessions::isThere);
    BmcSession session = sessions.find(id);
    byte[] message = session == null ? null : session.open(body, length);
    CommandRequest request = message == null ? null : CommandRequest.parse(message);
    if (session == null || request == null) {
      return null;
    }
    asked.incrementAndGet();
    CommandResponse reply =
        happens(Mishap.BUSY) ? CommandResponse.BUSY : commands.answer(request, session, sender);
    if (request.is(ApplicationCommands.NET_FN, ApplicationCommands.CLOSE_SESSION)) {
      sessions.remove(id);
      serial.forgetUnless(sessions::isThere);
    }
    return spoiled(session, request.answer(reply));
  }

  private byte[] spoiled(BmcSession session, byte[] message) {
    if (happens(Mishap.WRONG_SEQUENCE)) {
      session.skipSequence();
    }
    byte[] packet = session.seal(MESSAGE, message);
    if (happens(Mishap.WRONG_CODE)) {
      packet[packet.length - 1] ^= 1;
    }
    if (happens(Mishap.WRONG_LENGTH)) {
      packet[11] ^= 0x7f;
    }
    if (happens(Mishap.WRONG_SESSION)) {
      packet[3] ^= 0x55;
    }
    return packet;
  }

  private byte @Nullable [] onSerialLine(int id, byte[] body, int length) {
    BmcSession session = sessions.find(id);
    byte[] payload = session == null ? null : session.open(body, length);
    if (session != null && payload != null && serial.isActiveIn(session)) {
      serial.hear(payload);
    }
    return null;
  }
}
