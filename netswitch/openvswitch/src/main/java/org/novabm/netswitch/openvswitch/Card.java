package org.novabm.netswitch.openvswitch;

/**
 * A row of Interface.
 *
 * @param id of the row
 * @param name of the interface
 * @param number by which the forwarding daemon knows it; 0 when it has none
 */
record Card(String id, String name, int number) {}
