package org.novabm.power.pinged;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/**
 * Wakes a network card: six bytes of ones, sixteen times its MAC, and a password where the card
 * asks for one (AMD, Magic Packet Technology, publication 20213, section 2).
 */
final class MagicPacket {

  private static final int SYNC = 6;
  private static final int TIMES = 16;
  private static final Pattern PASSWORD = Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");
  private static final Pattern SEPARATORS = Pattern.compile("[:-]");

  private final byte[] bytes;

  /**
   * The packet for a card.
   *
   * @param password written as a MAC is; anything else is no password of a card and left out
   */
  MagicPacket(MacAddress mac, Secret password) {
    byte[] card = octets(mac.toString());
    byte[] secret =
        PASSWORD.matcher(password.reveal()).matches() ? octets(password.reveal()) : new byte[0];
    ByteBuffer buffer = ByteBuffer.allocate(SYNC + TIMES * card.length + secret.length);
    for (int i = 0; i < SYNC; i++) {
      buffer.put((byte) 0xff);
    }
    for (int i = 0; i < TIMES; i++) {
      buffer.put(card);
    }
    bytes = buffer.put(secret).array();
  }

  private static byte[] octets(String text) {
    return HexFormat.of().parseHex(SEPARATORS.matcher(text).replaceAll(""));
  }

  void send(InetSocketAddress to) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }
}
