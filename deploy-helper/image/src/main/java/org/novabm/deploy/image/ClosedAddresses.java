package org.novabm.deploy.image;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.AddressBlock;

/**
 * Addresses that no image comes from unless the operator names them: what this host serves for
 * itself, and what answers whoever asks from here. IPv6 addresses that stand for an IPv4 address
 * are what that one is.
 */
final class ClosedAddresses {

  private static final Map<AddressBlock, String> KINDS = kinds();

  /** Where an IPv4 address stands in IPv6 addresses that begin like this. */
  private static final Map<AddressBlock, Integer> EMBEDDED =
      Map.of(
          // RFC 4291, section 2.5.5: compatible and mapped
          AddressBlock.parse("::/96"), 12,
          // RFC 7915: translated
          AddressBlock.parse("::ffff:0:0:0/96"), 12,
          // RFC 6052 and RFC 8215: translated by NAT64
          AddressBlock.parse("64:ff9b::/96"), 12,
          AddressBlock.parse("64:ff9b:1::/48"), 12,
          // RFC 3056: 6to4
          AddressBlock.parse("2002::/16"), 2);

  /** RFC 4380: Teredo, with the bits of the IPv4 address turned over. */
  private static final AddressBlock TEREDO = AddressBlock.parse("2001::/32");

  private ClosedAddresses() {}

  private static Map<AddressBlock, String> kinds() {
    Map<AddressBlock, String> kinds = new LinkedHashMap<>();
    put(kinds, "a loopback address", "127.0.0.0/8", "::1");
    put(kinds, "a link-local address", "169.254.0.0/16", "fe80::/10");
    put(kinds, "a multicast address", "224.0.0.0/4", "ff00::/8");
    put(kinds, "no host's address", "0.0.0.0/8", "240.0.0.0/4", "::");
    // Alibaba, Azure, Oracle; AWS and Google by IPv6. The others' is link-local
    put(kinds, "the metadata service of a cloud", "100.100.100.200", "168.63.129.16");
    put(kinds, "the metadata service of a cloud", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254");
    return kinds;
  }

  private static void put(Map<AddressBlock, String> kinds, String kind, String... blocks) {
    Arrays.stream(blocks).forEach(block -> kinds.put(AddressBlock.parse(block), kind));
  }

  /**
   * What the address is, for a message; null when it is open.
   *
   * @param own all addresses of this host
   */
  static @Nullable String kind(InetAddress address, Set<InetAddress> own) {
    for (Map.Entry<AddressBlock, String> kind : KINDS.entrySet()) {
      if (kind.getKey().contains(address)) {
        return kind.getValue();
      }
    }
    if (own.contains(address)) {
      return "an address of this host";
    }
    InetAddress embedded = embedded(address);
    return embedded == null ? null : kind(embedded, own);
  }

  /** As they are now: an interface may come and go. */
  static Set<InetAddress> ofThisHost() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .collect(Collectors.toSet());
  }

  private static @Nullable InetAddress embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (TEREDO.contains(address)) {
      for (int i = 12; i < 16; i++) {
        bytes[i] ^= (byte) 0xff;
      }
      return ipv4(bytes, 12);
    }
    for (Map.Entry<AddressBlock, Integer> kind : EMBEDDED.entrySet()) {
      if (kind.getKey().contains(address)) {
        return ipv4(bytes, kind.getValue());
      }
    }
    return null;
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
