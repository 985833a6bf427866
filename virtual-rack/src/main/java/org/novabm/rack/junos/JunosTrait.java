package org.novabm.rack.junos;

/** What some Junos switches have of their own, beside their syntax. */
public enum JunosTrait {
  /**
   * The ports that forward are told to {@code get-ethernet-switching-interface-details}; the older
   * request is a syntax error.
   */
  DETAILS,
  /** Ports are listed at their VLAN, {@code vlans office interface}, when it is new. */
  LISTED,
  /** Its SSH has no other key exchange and signatures than those with SHA-1. */
  SHA1
}
