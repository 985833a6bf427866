package org.novabm.deploy.image;

import java.net.InetAddress;

/**
 * Neighbouring addresses: all those that begin with the same bits (RFC 4632; RFC 4291, section
 * 2.3).
 *
 * @param first any of them
 * @param bits how many bits they have in common
 */
record AddressBlock(InetAddress first, int bits) {

  AddressBlock {
    int most = first.getAddress().length * 8;
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("/" + bits + " is not between /0 and /" + most);
    }
  }

  /**
   * Reads {@code address} or {@code address/bits}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // names, short forms such as 127.1 and zones would be taken for something else somewhere
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("'" + address + "' is not an IP address");
    }
    InetAddress first = InetAddress.ofLiteral(address);
    if (slash < 0) {
      return new AddressBlock(first, first.getAddress().length * 8);
    }
    String bits = text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("'" + bits + "' is not a number of bits");
    }
    return new AddressBlock(first, Integer.parseInt(bits));
  }

  boolean holds(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
