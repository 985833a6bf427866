package org.novabm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** UDP datagrams of the whole machine; on loopback one of each packet that either side sends. */
final class UdpPackets {

  private static final int SENT = 4;

  private UdpPackets() {}

  static long sent() throws IOException {
    List<String> udp =
        Files.readAllLines(Path.of("/proc/net/snmp")).stream()
            .filter(line -> line.startsWith("Udp: "))
            .toList();
    return Long.parseLong(udp.get(1).split(" ", -1)[SENT]);
  }
}
