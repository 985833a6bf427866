package org.novabm.netswitch.junos;

import static org.novabm.netswitch.junos.netconf.Xml.element;

import java.util.List;
import org.novabm.netswitch.junos.netconf.Xml;
import org.w3c.dom.Element;

/**
 * A port that is written down at its VLAN, {@code vlans blue interface ge-0/0/1.0}, as older
 * switches allow. A port that is moved is taken off the list: its VLANs then stand at the port.
 *
 * @param vlan the VLAN's name
 * @param entry the port as it stands there
 */
record Listing(String vlan, String entry) {

  static List<Listing> of(Element vlan) {
    String name = Xml.text(vlan, "name");
    return Xml.children(vlan, "interface").stream()
        .map(it -> new Listing(name, Xml.text(it, "name")))
        .toList();
  }

  boolean isOf(String port) {
    return PortTable.withoutUnit(entry).equals(port);
  }

  String delete() {
    return "<vlan>"
        + element("name", vlan)
        + "<interface operation=\"delete\">"
        + element("name", entry)
        + "</interface></vlan>";
  }
}
