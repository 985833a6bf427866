package org.novabm.netswitch.openvswitch;

import java.util.List;

/**
 * A row of Port with what belongs to it.
 *
 * @param id of the row
 * @param name of the port
 * @param bridge it is in
 * @param interfaces their names; more than one makes it a bond
 * @param vlans what it carries
 */
record PortRow(String id, String name, String bridge, List<String> interfaces, PortVlans vlans) {

  boolean isBond() {
    return interfaces.size() > 1;
  }

  /** The bridge's own port, which leads into the host. */
  boolean isLocal() {
    return name.equals(bridge);
  }
}
