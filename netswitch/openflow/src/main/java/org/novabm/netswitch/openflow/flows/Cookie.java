package org.novabm.netswitch.openflow.flows;

/**
 * The cookie of our flows: whose they are. {@code 0x6e6f}, 16 bits of VLAN, 32 bits of port number;
 * so {@code ovs-ofctl dump-flows br0 cookie=0x6e6f000000000007/0xffff0000ffffffff} shows all flows
 * of port 7.
 *
 * @param vlan 1 to 4094, 0 for what belongs to no VLAN
 * @param port its OpenFlow number, 0 for what belongs to no port
 */
public record Cookie(int vlan, int port) {

  /** Of what every switch of ours has. */
  static final Cookie BASE = new Cookie(0, 0);

  /** What {@link #bits} of all our cookies have in common. */
  public static final long OURS = 0x6e6fL << 48;

  /** Where they have it. */
  public static final long OURS_MASK = 0xffffL << 48;

  public static boolean isOurs(long bits) {
    return (bits & OURS_MASK) == OURS;
  }

  public static Cookie of(long bits) {
    return new Cookie((int) (bits >>> 32) & 0xffff, (int) bits);
  }

  public long bits() {
    return OURS | ((long) vlan << 32) | (port & 0xffff_ffffL);
  }
}
