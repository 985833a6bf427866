package org.novabm.rack;

/** How the machines of a rack are connected. */
public enum NetworkKind {
  /** A real switch with VLANs, in a namespace; needs root. */
  OPENVSWITCH,
  /** A user network of its own for each machine; needs no rights, has no switch. */
  USER
}
