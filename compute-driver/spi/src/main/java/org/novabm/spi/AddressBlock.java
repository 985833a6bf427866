package org.novabm.spi;

import java.net.InetAddress;

/**
 * A network as CIDR writes it: all addresses that begin with the same bits (RFC 4632 for IPv4, RFC
 * 4291, section 2.3, for IPv6).
 *
 * @param address any of them
 * @param bits how many bits they have in common
 */
public record AddressBlock(InetAddress address, int bits) {

  /**
   * A block.
   *
   * @throws IllegalArgumentException when the address has fewer bits
   */
  public AddressBlock {
    if (bits < 0 || bits > bitsOf(address)) {
      throw new IllegalArgumentException("/" + bits + " is not between /0 and /" + bitsOf(address));
    }
  }

  /**
   * Reads {@code 10.1.0.0/16}, {@code fd00::/8}, or one address. Host names, short forms such as
   * {@code 127.1} and zones are none.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    // short forms would be taken for something else somewhere
    if (!literal.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("'" + text + "' is not a network like 10.1.0.0/16");
    }
    InetAddress address = InetAddress.ofLiteral(literal);
    if (slash < 0) {
      return new AddressBlock(address, bitsOf(address));
    }
    String bits = text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("'" + text + "' is not a network like 10.1.0.0/16");
    }
    return new AddressBlock(address, Integer.parseInt(bits));
  }

  /** Whether the other address begins with the same bits. Never so for one of the other family. */
  public boolean contains(InetAddress other) {
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

  private static int bitsOf(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  /** As CIDR writes it. */
  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
