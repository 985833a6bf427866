package org.novabm.rack;

/** How the machines of a rack are connected. */
public enum NetworkKind {
  /** A real switch with VLANs, in a namespace; needs root. */
  OPENVSWITCH,
  /** The same, moved by way of a simulated Junos in front of it; needs root. */
  JUNOS,
  /** The same, its ports moved by an OpenFlow controller, which is not of the rack; needs root. */
  OPENFLOW,
  /** A user network of its own for each machine; needs no rights, has no switch. */
  USER;

  /** There is a switch, and a namespace for it. */
  boolean isSwitched() {
    return this != USER;
  }
}
