package org.novabm.netswitch.snmp;

import java.util.Arrays;
import org.snmp4j.smi.OctetString;

/**
 * A set of bridge ports as a string of bits, the first octet's highest bit for port 1 (Q-BRIDGE-MIB
 * PortList, RFC 4363). Kept at the length that the switch gave it, for some refuse another.
 *
 * @param octets never changed
 */
record PortList(OctetString octets) {

  private static final int MOST_OCTETS = 1024;

  static PortList of(OctetString octets) {
    return new PortList(octets);
  }

  boolean has(int port) {
    int octet = (port - 1) / 8;
    return octet < octets.length() && (octets.get(octet) & bit(port)) != 0;
  }

  /** The same with or without the port. */
  PortList with(int port, boolean member) {
    int octet = (port - 1) / 8;
    if (octet >= MOST_OCTETS) {
      throw new IllegalArgumentException("bridge port " + port + " is beyond any port list");
    }
    if (!member && octet >= octets.length()) {
      return this;
    }
    byte[] bits = Arrays.copyOf(octets.getValue(), Math.max(octets.length(), octet + 1));
    bits[octet] = (byte) (member ? bits[octet] | bit(port) : bits[octet] & ~bit(port));
    return new PortList(new OctetString(bits));
  }

  /** The same ports, as long as another where this one is too short for the port. */
  PortList roomy(int port, PortList other) {
    int length = other.octets.length();
    boolean isTooShort = (port - 1) / 8 >= octets.length() && length > octets.length();
    return isTooShort
        ? new PortList(new OctetString(Arrays.copyOf(octets.getValue(), length)))
        : this;
  }

  private static int bit(int port) {
    return 0x80 >> ((port - 1) % 8);
  }
}
