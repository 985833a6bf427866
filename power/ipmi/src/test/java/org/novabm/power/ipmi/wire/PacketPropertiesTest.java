package org.novabm.power.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.novabm.spi.Secret;

/** What is written is read again, and arbitrary bytes are read or refused, and nothing else. */
class PacketPropertiesTest {

  private static final List<CipherSuite> SUITES =
      List.of(CipherSuite.SUITE_3, CipherSuite.SUITE_17);

  /** Reads bytes as something. */
  private interface Reading {
    void read(byte[] packet) throws MalformedPacketException;
  }

  private static final List<Reading> READINGS =
      List.of(
          SessionHeader::parse,
          SessionHeader::consoleSession,
          SetupPacket::parse,
          OpenSessionRequest::parse,
          OpenSessionResponse::parse,
          Rakp1::parse,
          Rakp2::parse,
          Rakp3::parse,
          Rakp4::parse,
          packet -> IpmiRequest.parse(Octets.copyOf(packet)),
          packet -> IpmiResponse.parse(Octets.copyOf(packet)),
          packet -> BootFlags.parse(Octets.copyOf(packet)),
          packet -> ChassisStatus.parse(Octets.copyOf(packet)),
          packet -> DeviceId.parse(Octets.copyOf(packet)),
          packet -> sealed(CipherSuite.SUITE_3).open(packet),
          packet -> sealed(CipherSuite.SUITE_17).open(packet));

  @Property
  void arbitraryBytesAreRefusedInOneWay(@ForAll @Size(max = 100) byte[] packet) {
    READINGS.forEach(reading -> readOrRefuse(reading, packet));
  }

  @Property(tries = 2000)
  void almostRightPacketsAreRefusedInOneWay(@ForAll("almostRight") byte[] packet) {
    READINGS.forEach(reading -> readOrRefuse(reading, packet));
  }

  /** Right headers of every kind before arbitrary payloads, so that parsing goes deep. */
  @Provide
  Arbitrary<byte[]> almostRight() {
    return Combinators.combine(
            Arbitraries.integers().between(0x00, 0xFF),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(80),
            Arbitraries.integers().between(-2, 2))
        .as(PacketPropertiesTest::packet);
  }

  private static byte[] packet(int type, byte[] payload, int lie) {
    byte[] packet = new byte[SessionHeader.SIZE + payload.length];
    packet[0] = 6;
    packet[2] = (byte) 0xFF;
    packet[3] = 7;
    packet[4] = 6;
    packet[5] = (byte) type;
    packet[14] = (byte) Math.max(0, payload.length + lie);
    System.arraycopy(payload, 0, packet, SessionHeader.SIZE, payload.length);
    return packet;
  }

  private static void readOrRefuse(Reading reading, byte[] packet) {
    try {
      reading.read(packet);
    } catch (MalformedPacketException refused) {
      assertThat(refused).hasMessageMatching(".+");
    }
  }

  @Property
  void setupPacketsComeBack(
      @ForAll @IntRange(max = 255) int tag,
      @ForAll int console,
      @ForAll int bmc,
      @ForAll("sixteen") Octets random,
      @ForAll("sixteen") Octets guid,
      @ForAll @Size(max = 16) byte[] user,
      @ForAll @Size(max = 32) byte[] code)
      throws MalformedPacketException {
    AlgorithmPayloads algorithms = AlgorithmPayloads.of(CipherSuite.SUITE_17);
    OpenSessionRequest request = new OpenSessionRequest(tag, console, algorithms);
    assertThat(OpenSessionRequest.parse(request.encode())).isEqualTo(request);
    OpenSessionResponse response =
        new OpenSessionResponse(tag, SetupStatus.NO_ERRORS, 4, console, bmc, algorithms);
    assertThat(OpenSessionResponse.parse(response.encode())).isEqualTo(response);
    Rakp1 first = new Rakp1(tag, bmc, random, 0x14, Octets.copyOf(user));
    assertThat(Rakp1.parse(first.encode())).isEqualTo(first);
    Octets proof = Octets.copyOf(code);
    Rakp2 second = new Rakp2(tag, SetupStatus.NO_ERRORS, console, random, guid, proof);
    assertThat(Rakp2.parse(second.encode())).isEqualTo(second);
    Rakp3 third = new Rakp3(tag, SetupStatus.NO_ERRORS, bmc, proof);
    assertThat(Rakp3.parse(third.encode())).isEqualTo(third);
    Rakp4 last = new Rakp4(tag, SetupStatus.NO_ERRORS, console, proof);
    assertThat(Rakp4.parse(last.encode())).isEqualTo(last);
    assertThat(SessionHeader.consoleSession(last.encode())).hasValue(console);
  }

  @Property
  void refusalsComeBack(
      @ForAll @IntRange(max = 255) int tag, @ForAll SetupStatus status, @ForAll int console)
      throws MalformedPacketException {
    if (status == SetupStatus.NO_ERRORS) {
      return;
    }
    OpenSessionResponse response = OpenSessionResponse.refused(tag, status, console);
    assertThat(OpenSessionResponse.parse(response.encode())).isEqualTo(response);
    Rakp2 second = Rakp2.refused(tag, status, console);
    assertThat(Rakp2.parse(second.encode())).isEqualTo(second);
  }

  @Property
  void messagesComeBack(
      @ForAll @IntRange(max = 31) int function,
      @ForAll @IntRange(max = 255) int command,
      @ForAll @IntRange(max = 63) int sequence,
      @ForAll @IntRange(max = 255) int completion,
      @ForAll @Size(max = 200) byte[] data)
      throws MalformedPacketException {
    IpmiRequest request = new IpmiRequest(2 * function, command, sequence, Octets.copyOf(data));
    assertThat(IpmiRequest.parse(request.encode())).isEqualTo(request);
    IpmiResponse response =
        new IpmiResponse(
            2 * function + 1,
            command,
            sequence,
            new CompletionCode(completion),
            Octets.copyOf(data));
    assertThat(IpmiResponse.parse(response.encode())).isEqualTo(response);
    assertThat(response.answers(request)).isTrue();
  }

  @Property
  void sealedPacketsOpen(
      @ForAll @IntRange(max = 1) int suite,
      @ForAll int session,
      @ForAll int sequence,
      @ForAll @Size(max = 300) byte[] message)
      throws MalformedPacketException {
    SealedPackets sealed = sealed(SUITES.get(suite));
    byte[] packet =
        sealed.seal(PayloadType.IPMI_MESSAGE, session, sequence, Octets.copyOf(message));
    assertThat(sealed.authentic(packet)).isTrue();
    assertThat(sealed.open(packet)).isEqualTo(Octets.copyOf(message));
    assertThat(SessionHeader.parse(packet).sequence()).isEqualTo(sequence);
    assertThat(SessionHeader.consoleSession(packet)).hasValue(session);
  }

  @Property
  void bootFlagsComeBack(
      @ForAll boolean valid,
      @ForAll boolean persistent,
      @ForAll boolean uefi,
      @ForAll @IntRange(max = 15) int device)
      throws MalformedPacketException {
    BootFlags flags = new BootFlags(valid, persistent, uefi, device);
    Octets written = flags.encode();
    Octets answer = Octets.of(1, written.at(0), written.at(1), written.at(2), 0, 0, 0);
    assertThat(BootFlags.parse(answer)).isEqualTo(flags);
  }

  @Provide
  Arbitrary<Octets> sixteen() {
    return Arbitraries.bytes().array(byte[].class).ofSize(16).map(Octets::copyOf);
  }

  private static SealedPackets sealed(CipherSuite suite) {
    Octets zeros = Octets.of(new int[16]);
    Rakp1 first = new Rakp1(0, 1, zeros, 0x14, Octets.EMPTY);
    Rakp2 second = new Rakp2(0, SetupStatus.NO_ERRORS, 2, zeros, zeros, Octets.EMPTY);
    SharedKey user = SharedKey.of(Secret.of("secret"));
    KeyExchange keys = new KeyExchange(suite.authentication(), user, null, first, second);
    return new SealedPackets(suite, keys, new SecureRandom());
  }
}
