package org.novabm.netswitch.junos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.Xml;
import org.novabm.spi.network.VlanId;
import org.w3c.dom.Element;

/**
 * A switch as it was read: what is written down, and what it does.
 *
 * @param configured ports that are written down
 * @param vlans numbers by name
 * @param table what the ports forward
 * @param up the interfaces there are, and which of them are not shut
 */
record SwitchView(
    Map<String, ConfiguredPort> configured,
    Map<String, Integer> vlans,
    PortTable table,
    Map<String, Boolean> up) {

  static SwitchView of(Element configuration, Element switching, Element interfaces) {
    Map<String, ConfiguredPort> configured = new LinkedHashMap<>();
    Element tree = Xml.at(configuration, "data", "configuration");
    for (Element entry : Xml.children(Xml.at(tree, "interfaces"), "interface")) {
      configured.put(Xml.text(entry, "name"), ConfiguredPort.of(entry));
    }
    Map<String, Integer> vlans = new LinkedHashMap<>();
    for (Element vlan : Xml.children(Xml.at(tree, "vlans"), "vlan")) {
      String id = Xml.text(vlan, "vlan-id");
      if (id.matches("[0-9]{1,4}")) {
        vlans.put(Xml.text(vlan, "name"), Integer.valueOf(id));
      }
    }
    Map<String, Boolean> up = new LinkedHashMap<>();
    for (Element entry : Xml.all(interfaces, "physical-interface")) {
      up.put(Xml.text(entry, "name"), !Xml.text(entry, "admin-status").equals("down"));
    }
    return new SwitchView(configured, vlans, PortTable.of(switching), up);
  }

  ConfiguredPort configured(String port) {
    return configured.getOrDefault(port, ConfiguredPort.NONE);
  }

  Forwarding forwarding(String port) {
    return table.ports().getOrDefault(port, Forwarding.nothing());
  }

  boolean has(String port) {
    return up.containsKey(port);
  }

  boolean isShut(String port) {
    return !up.getOrDefault(port, true);
  }

  /** The name of the VLAN with that number; null when the switch does not know it. */
  @Nullable String vlanName(VlanId vlan) {
    return vlans.entrySet().stream()
        .filter(entry -> entry.getValue() == vlan.number())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The number of a member that is written as a name or a number; as it stands if unknown. */
  String number(String member) {
    Integer id = vlans.get(member);
    return id == null ? member : id.toString();
  }
}
