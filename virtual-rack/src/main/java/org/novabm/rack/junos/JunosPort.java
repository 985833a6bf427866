package org.novabm.rack.junos;

import java.util.List;

/**
 * A port as it forwards.
 *
 * @param name without its unit
 * @param up it is not disabled
 * @param trunk it is a trunk
 * @param vlans what it carries
 */
public record JunosPort(String name, boolean up, boolean trunk, List<VlanMembership> vlans) {

  public JunosPort {
    vlans = List.copyOf(vlans);
  }
}
