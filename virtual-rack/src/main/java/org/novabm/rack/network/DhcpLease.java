package org.novabm.rack.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.novabm.rack.process.RackException;
import org.novabm.spi.MacAddress;

/**
 * An address that a DHCP server gave out.
 *
 * @param network the leg's label
 * @param mac who has it
 * @param address the IPv4 address
 * @param hostname what the client called itself, {@code *} when nothing
 * @param expires when it ends
 */
public record DhcpLease(
    String network, MacAddress mac, String address, String hostname, Instant expires) {

  /** Reads dnsmasq's lease file; IPv6 and other lines are passed over. */
  public static List<DhcpLease> read(String network, Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().flatMap(line -> parse(network, line)).toList();
    } catch (IOException e) {
      throw new RackException("cannot read the leases in " + file, e);
    }
  }

  private static Stream<DhcpLease> parse(String network, String line) {
    String[] words = line.split(" ", -1);
    if (words.length < 5 || !words[0].matches("[0-9]{1,12}") || !words[2].contains(".")) {
      return Stream.empty();
    }
    Instant expires = Instant.ofEpochSecond(Long.parseLong(words[0]));
    return Stream.of(new DhcpLease(network, new MacAddress(words[1]), words[2], words[3], expires));
  }
}
