package org.novabm.spi.network;

/** What an attached port carries: one untagged VLAN, or several. */
public sealed interface Segment extends PortMode permits Access, Trunk {

  /** Frames of this VLAN pass the port, tagged or not. */
  boolean carries(VlanId vlan);
}
