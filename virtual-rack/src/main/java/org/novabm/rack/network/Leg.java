package org.novabm.rack.network;

import org.novabm.spi.network.VlanId;

/**
 * The server's foot in one segment of the rack's network.
 *
 * @param label for messages and file names
 * @param device the switch's internal port
 * @param vlan the segment
 * @param subnet the first three bytes of its /24, for example {@code 172.30.10}
 */
public record Leg(String label, String device, VlanId vlan, String subnet) {

  /** Where nodes are deployed. */
  public static final Leg PROVISIONING =
      new Leg("provisioning", "prov0", new VlanId(10), "172.30.10");

  /** Where instances live. */
  public static final Leg TENANT = new Leg("tenant", "ten0", new VlanId(20), "172.30.20");

  /** Where a port stands that nobody uses; no leg of the server is there. */
  public static final VlanId IDLE = new VlanId(4094);

  /** The server's own address. */
  public String address() {
    return subnet + ".1";
  }
}
