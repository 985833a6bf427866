package org.novabm.spi.network;

/**
 * Untagged frames of one VLAN, and no others.
 *
 * @param vlan the VLAN
 */
public record Access(VlanId vlan) implements Segment {

  @Override
  public boolean carries(VlanId other) {
    return vlan.equals(other);
  }

  @Override
  public String toString() {
    return "VLAN " + vlan;
  }
}
