package org.novabm.netswitch.junos;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novabm.netswitch.junos.netconf.Xml;
import org.w3c.dom.Element;

/**
 * A port as it is written down.
 *
 * @param disabled it is shut
 * @param trunk it is a trunk
 * @param members VLANs by name or number, as they stand there
 * @param nativeVlan the native VLAN, by name or number; empty for none
 * @param bundle the aggregate it belongs to; empty for none
 * @param families the families of its logical units
 */
record ConfiguredPort(
    boolean disabled,
    boolean trunk,
    List<String> members,
    String nativeVlan,
    String bundle,
    Set<String> families) {

  static final ConfiguredPort NONE = new ConfiguredPort(false, false, List.of(), "", "", Set.of());

  ConfiguredPort {
    members = List.copyOf(members);
    families = Set.copyOf(families);
  }

  static ConfiguredPort of(Element entry) {
    Set<String> families = new TreeSet<>();
    for (Element unit : Xml.children(entry, "unit")) {
      boolean first = Xml.text(unit, "name").equals("0");
      Element family = Xml.at(unit, "family");
      for (String name : List.of("inet", "inet6", "mpls", "bridge", "ccc")) {
        if (Xml.at(family, name) != null) {
          families.add(name);
        }
      }
      if (!first) {
        families.add("unit " + Xml.text(unit, "name"));
      }
    }
    Element switching = switching(entry);
    String mode = Xml.text(switching, Syntax.ELS.mode()) + Xml.text(switching, Syntax.OLDER.mode());
    return new ConfiguredPort(
        Xml.at(entry, "disable") != null,
        mode.equals("trunk"),
        Xml.children(Xml.at(switching, "vlan"), "members").stream()
            .map(Xml::text)
            .collect(Collectors.toList()),
        Xml.text(entry, "native-vlan-id") + Xml.text(switching, "native-vlan-id"),
        Xml.text(entry, "ether-options", "ieee-802.3ad", "bundle")
            + Xml.text(entry, "gigether-options", "ieee-802.3ad", "bundle"),
        families);
  }

  private static @org.jspecify.annotations.Nullable Element switching(Element entry) {
    return Xml.children(entry, "unit").stream()
        .filter(unit -> Xml.text(unit, "name").equals("0"))
        .findFirst()
        .map(unit -> Xml.at(unit, "family", "ethernet-switching"))
        .orElse(null);
  }
}
