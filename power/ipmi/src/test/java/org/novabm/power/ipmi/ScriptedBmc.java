package org.novabm.power.ipmi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.novabm.power.ipmi.wire.AlgorithmPayloads;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.KeyExchange;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.OpenSessionRequest;
import org.novabm.power.ipmi.wire.OpenSessionResponse;
import org.novabm.power.ipmi.wire.PayloadType;
import org.novabm.power.ipmi.wire.Privilege;
import org.novabm.power.ipmi.wire.Rakp1;
import org.novabm.power.ipmi.wire.Rakp2;
import org.novabm.power.ipmi.wire.Rakp3;
import org.novabm.power.ipmi.wire.Rakp4;
import org.novabm.power.ipmi.wire.SealedPackets;
import org.novabm.power.ipmi.wire.SessionHeader;
import org.novabm.power.ipmi.wire.SetupPacket;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.power.ipmi.wire.SharedKey;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * A BMC that says what a test wants, for what ipmi_sim cannot do: suite 17, odd completion codes,
 * refusals. {@link ScriptedBmcTest} proves it with ipmitool.
 */
final class ScriptedBmc implements AutoCloseable {

  private static final String PASSWORD = "secret";
  private static final int LAN_HEADER = 14;
  private static final int GET_CAPABILITIES = 0x38;

  /** RMCP+ is spoken here, by users with names and passwords. */
  private static final Octets CAPABILITIES = Octets.of(1, 0x80, 0x04, 0x02, 0, 0, 0, 0);

  private static final Octets GUID = Octets.of(new int[Rakp2.GUID_SIZE]);

  private final DatagramSocket socket;
  private final CipherSuite suite;
  private final SetupStatus openStatus;
  private volatile SetupStatus otherSuites = SetupStatus.NO_CIPHER_SUITE_MATCH;
  private final Function<IpmiRequest, IpmiResponse> script;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, Integer> consoleSessions = new ConcurrentHashMap<>();
  private final Map<Integer, Link> links = new ConcurrentHashMap<>();
  private int lastSession;

  /** One session. */
  private static final class Link {
    private final KeyExchange keys;
    private final SealedPackets sealed;
    private final int consoleSession;
    private int sequence;

    private Link(KeyExchange keys, SealedPackets sealed, int consoleSession) {
      this.keys = keys;
      this.sealed = sealed;
      this.consoleSession = consoleSession;
    }
  }

  private ScriptedBmc(
      CipherSuite suite, SetupStatus openStatus, Function<IpmiRequest, IpmiResponse> script)
      throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.suite = suite;
    this.openStatus = openStatus;
    this.script = script;
  }

  static ScriptedBmc start(CipherSuite suite, Function<IpmiRequest, IpmiResponse> script)
      throws IOException {
    return start(suite, SetupStatus.NO_ERRORS, script);
  }

  /** Answers Open Session with a status. */
  static ScriptedBmc start(
      CipherSuite suite, SetupStatus openStatus, Function<IpmiRequest, IpmiResponse> script)
      throws IOException {
    ScriptedBmc bmc = new ScriptedBmc(suite, openStatus, script);
    Thread.ofVirtual().start(bmc::serve);
    return bmc;
  }

  /** What it says to who asks for another suite than its own. */
  ScriptedBmc refusingOtherSuitesAs(SetupStatus status) {
    otherSuites = status;
    return this;
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", socket.getLocalPort(), "admin", Secret.of(PASSWORD));
  }

  private void serve() {
    DatagramPacket datagram = new DatagramPacket(new byte[1024], 1024);
    while (!socket.isClosed()) {
      try {
        socket.receive(datagram);
        answer(
            Arrays.copyOf(datagram.getData(), datagram.getLength()), datagram.getSocketAddress());
      } catch (MalformedPacketException e) {
        // a BMC is silent about what it does not understand
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(byte[] packet, SocketAddress client)
      throws IOException, MalformedPacketException {
    byte[] answer =
        packet.length > LAN_HEADER && packet[4] == 0 ? capabilities(packet) : answer(packet);
    socket.send(new DatagramPacket(answer, answer.length, client));
  }

  /** Other clients begin with this question, in the form of IPMI 1.5. */
  private static byte[] capabilities(byte[] packet) throws MalformedPacketException {
    IpmiRequest request =
        IpmiRequest.parse(Octets.copyOf(Arrays.copyOfRange(packet, LAN_HEADER, packet.length)));
    if (request.command() != GET_CAPABILITIES) {
      throw new MalformedPacketException("IPMI 1.5 sessions are not made here");
    }
    byte[] message =
        new IpmiResponse(
                request.netFn() + 1,
                GET_CAPABILITIES,
                request.sequence(),
                CompletionCode.DONE,
                CAPABILITIES)
            .encode()
            .toByteArray();
    byte[] answer = Arrays.copyOf(packet, LAN_HEADER + message.length);
    answer[LAN_HEADER - 1] = (byte) message.length;
    System.arraycopy(message, 0, answer, LAN_HEADER, message.length);
    return answer;
  }

  private byte[] answer(byte[] packet) throws MalformedPacketException {
    SessionHeader header = SessionHeader.parse(packet);
    return header.sealed()
        ? answerInSession(packet, link(header.sessionId()))
        : answerSetup(packet, SetupPacket.parse(packet));
  }

  private byte[] answerSetup(byte[] packet, SetupPacket setup) throws MalformedPacketException {
    return switch (setup.type()) {
      case OPEN_SESSION_REQUEST -> answer(OpenSessionRequest.parse(packet));
      case RAKP_1 -> answer(Rakp1.parse(packet));
      case RAKP_3 -> answer(Rakp3.parse(packet));
      case IPMI_MESSAGE, SERIAL_OVER_LAN, OPEN_SESSION_RESPONSE, RAKP_2, RAKP_4 ->
          throw new MalformedPacketException("not for a BMC");
    };
  }

  private byte[] answer(OpenSessionRequest request) {
    boolean mine = request.algorithms().equals(AlgorithmPayloads.of(suite));
    SetupStatus status = mine ? openStatus : otherSuites;
    if (status != SetupStatus.NO_ERRORS) {
      return OpenSessionResponse.refused(request.tag(), status, request.consoleSession()).encode();
    }
    consoleSessions.put(++lastSession, request.consoleSession());
    return new OpenSessionResponse(
            request.tag(),
            SetupStatus.NO_ERRORS,
            Privilege.ADMINISTRATOR.code(),
            request.consoleSession(),
            lastSession,
            AlgorithmPayloads.of(suite))
        .encode();
  }

  private byte[] answer(Rakp1 first) {
    int consoleSession = consoleSessions.getOrDefault(first.bmcSession(), 0);
    Rakp2 unproved =
        new Rakp2(
            first.tag(),
            SetupStatus.NO_ERRORS,
            consoleSession,
            Octets.random(random, Rakp1.RANDOM_SIZE),
            GUID,
            Octets.EMPTY);
    SharedKey user = SharedKey.of(Secret.of(PASSWORD));
    KeyExchange keys = new KeyExchange(suite.authentication(), user, null, first, unproved);
    SealedPackets sealed = new SealedPackets(suite, keys, random);
    links.put(first.bmcSession(), new Link(keys, sealed, consoleSession));
    return new Rakp2(
            first.tag(),
            SetupStatus.NO_ERRORS,
            consoleSession,
            unproved.random(),
            GUID,
            keys.rakp2Code())
        .encode();
  }

  private byte[] answer(Rakp3 third) throws MalformedPacketException {
    Link link = link(third.bmcSession());
    boolean proved = third.code().equals(link.keys.rakp3Code());
    return new Rakp4(
            third.tag(),
            proved ? SetupStatus.NO_ERRORS : SetupStatus.INVALID_INTEGRITY_CHECK_VALUE,
            link.consoleSession,
            proved ? link.keys.rakp4Code() : Octets.EMPTY)
        .encode();
  }

  private byte[] answerInSession(byte[] packet, Link link) throws MalformedPacketException {
    if (!link.sealed.authentic(packet)) {
      throw new MalformedPacketException("a wrong authentication code");
    }
    IpmiRequest request = IpmiRequest.parse(link.sealed.open(packet));
    IpmiResponse response = script.apply(request);
    return link.sealed.seal(
        PayloadType.IPMI_MESSAGE, link.consoleSession, ++link.sequence, response.encode());
  }

  private Link link(int session) throws MalformedPacketException {
    Link link = links.get(session);
    if (link == null) {
      throw new MalformedPacketException("no session " + session);
    }
    return link;
  }

  @Override
  public void close() {
    socket.close();
  }
}
