package org.novabm.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** An agent by SNMPv2c that answers each request as a test says, in good encoding. */
final class ScriptedAgent implements AutoCloseable {

  private static final int VERSION_2C = 1;
  private static final String COMMUNITY = "public";

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Set<SocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final Function<PDU, List<PDU>> script;

  /**
   * Listens.
   *
   * @param script the answers to one request; they are given its number
   */
  ScriptedAgent(Function<PDU, List<PDU>> script) throws IOException {
    this.script = script;
    Thread.ofVirtual().name("scripted-agent").start(this::serve);
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", socket.getLocalPort(), "none", Secret.of(COMMUNITY));
  }

  /** From how many sockets it was asked. */
  int callers() {
    return callers.size();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    while (!socket.isClosed()) {
      try {
        packet.setLength(65_535);
        socket.receive(packet);
        callers.add(packet.getSocketAddress());
        PDU request = request(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        for (PDU answer : script.apply(request)) {
          answer.setRequestID(request.getRequestID());
          byte[] bytes = message(answer);
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static PDU request(ByteBuffer bytes) throws IOException {
    BERInputStream stream = new BERInputStream(bytes);
    BER.decodeHeader(stream, new BER.MutableByte());
    new Integer32().decodeBER(stream);
    new OctetString().decodeBER(stream);
    PDU request = new PDU();
    request.decodeBER(stream);
    return request;
  }

  private static byte[] message(PDU answer) throws IOException {
    OctetString community = new OctetString(COMMUNITY);
    Integer32 version = new Integer32(VERSION_2C);
    int length = version.getBERLength() + community.getBERLength() + answer.getBERLength();
    ByteBuffer bytes = ByteBuffer.allocate(length + BER.getBERLengthOfLength(length) + 1);
    BEROutputStream stream = new BEROutputStream(bytes);
    BER.encodeHeader(stream, BER.SEQUENCE, length);
    version.encodeBER(stream);
    community.encodeBER(stream);
    answer.encodeBER(stream);
    return bytes.array();
  }

  @Override
  public void close() {
    socket.close();
  }
}
