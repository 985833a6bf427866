package org.novabm.rack.junos;

/** One VLAN on one port, as it forwards. */
record Membership(String vlan, int tag, boolean tagged) {}
