package org.novabm.spi.network;

/**
 * An 802.1Q VLAN.
 *
 * @param number 1 to 4094
 */
public record VlanId(int number) {

  public VlanId {
    if (number < 1 || number > 4094) {
      throw new IllegalArgumentException("VLAN " + number + " is not between 1 and 4094");
    }
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
