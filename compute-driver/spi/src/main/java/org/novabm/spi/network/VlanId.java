package org.novabm.spi.network;

/**
 * An 802.1Q VLAN.
 *
 * @param number 1 to 4094; 0 and 4095 are reserved (IEEE 802.1Q, table 9-2)
 */
public record VlanId(int number) implements Comparable<VlanId> {

  public VlanId {
    if (number < 1 || number > 4094) {
      throw new IllegalArgumentException("VLAN " + number + " is not between 1 and 4094");
    }
  }

  @Override
  public int compareTo(VlanId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
