package org.novabm.spi.network;

import org.jspecify.annotations.Nullable;

/**
 * A port as read from the switch.
 *
 * @param port the port
 * @param vlan the VLAN its untagged frames are on; null when it is on none (idle)
 */
public record PortState(PortName port, @Nullable VlanId vlan) {

  public boolean isIdle() {
    return vlan == null;
  }

  public boolean isOn(VlanId wanted) {
    return wanted.equals(vlan);
  }
}
