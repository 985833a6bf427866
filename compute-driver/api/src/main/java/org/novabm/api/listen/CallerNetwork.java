package org.novabm.api.listen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one caller: an IPv4 address, or the 64 bits that an IPv6 site is given. */
public final class CallerNetwork {

  private static final int SITE_BYTES = 8;

  private CallerNetwork() {}

  /** For an address as it is written. */
  public static String of(String address) {
    return of(InetAddress.ofLiteral(address));
  }

  static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), SITE_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
