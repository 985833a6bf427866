package org.novabm.netswitch.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.Xml;
import org.novabm.spi.network.VlanId;
import org.w3c.dom.Element;

/**
 * A switch as it was read: what is written down, and what it does.
 *
 * @param configured ports that are written down
 * @param vlans numbers by name
 * @param listings VLANs that list ports, beside what stands at the port
 * @param table what the ports forward
 * @param up the interfaces there are, and which of them are not shut
 */
record JunosState(
    Map<String, ConfiguredPort> configured,
    Map<String, Integer> vlans,
    List<Listing> listings,
    PortTable table,
    Map<String, Boolean> up) {

  static JunosState of(Element configuration, Element switching, Element interfaces) {
    Map<String, ConfiguredPort> configured = new LinkedHashMap<>();
    Element tree = Xml.at(configuration, "data", "configuration");
    for (Element entry : Xml.children(Xml.at(tree, "interfaces"), "interface")) {
      configured.put(Xml.text(entry, "name"), ConfiguredPort.of(entry));
    }
    Map<String, Integer> vlans = new LinkedHashMap<>();
    List<Listing> listings = new ArrayList<>();
    for (Element vlan : Xml.children(Xml.at(tree, "vlans"), "vlan")) {
      String id = Xml.text(vlan, "vlan-id");
      if (id.matches("[0-9]{1,4}")) {
        vlans.put(Xml.text(vlan, "name"), Integer.valueOf(id));
      }
      listings.addAll(Listing.of(vlan));
    }
    Map<String, Boolean> up = new LinkedHashMap<>();
    for (Element entry : Xml.all(interfaces, "physical-interface")) {
      up.put(Xml.text(entry, "name"), !Xml.text(entry, "admin-status").equals("down"));
    }
    return new JunosState(configured, vlans, listings, PortTable.of(switching), up);
  }

  ConfiguredPort configured(String port) {
    return configured.getOrDefault(port, ConfiguredPort.NONE);
  }

  /** The VLANs that list the port. */
  List<Listing> listings(String port) {
    return listings.stream().filter(listing -> listing.isOf(port)).toList();
  }

  /** The numbers of VLANs that the port is written down for, wherever that stands. */
  Set<String> members(String port) {
    Set<String> numbers = new TreeSet<>();
    configured(port).members().forEach(member -> numbers.add(number(member)));
    listings(port).forEach(listing -> numbers.add(number(listing.vlan())));
    return numbers;
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
