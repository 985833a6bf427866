package org.novabm.deploy.agent;

import java.net.InetAddress;

/**
 * A network as CIDR writes it (RFC 4632 for IPv4, RFC 4291 section 2.3 for IPv6).
 *
 * @param address any address of it
 * @param bits how many of its leading bits all members share
 */
record ClientNetwork(InetAddress address, int bits) {

  ClientNetwork {
    if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(
          address.getHostAddress() + "/" + bits + " has more bits than the address");
    }
  }

  /**
   * Reads {@code 10.1.0.0/16}, {@code fd00::/8}, or one address.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static ClientNetwork parse(String text) {
    int slash = text.indexOf('/');
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    if (slash >= 0 && !bits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("'" + text + "' is not a network like 10.1.0.0/16");
    }
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new ClientNetwork(
        address, slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(bits));
  }

  boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] its = other.getAddress();
    if (own.length != its.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (own[i] != its[i]) {
        return false;
      }
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || (own[whole] ^ its[whole]) >> (Byte.SIZE - rest) == 0;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
