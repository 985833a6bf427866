package org.novabm.netswitch.junos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novabm.netswitch.junos.netconf.Xml;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.PortName;
import org.w3c.dom.Element;

/** Reads the switch's tables of addresses and of LLDP neighbours, in the forms of both syntaxes. */
final class Neighbours {

  private static final String MAC = "[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}";

  private Neighbours() {}

  static List<MacAddress> learned(Element reply, PortName port) {
    List<MacAddress> learned = new ArrayList<>();
    for (Element mac : Xml.all(reply, "l2ng-l2-mac-address")) {
      add(learned, mac, port, "l2ng-l2-mac-logical-interface");
    }
    for (Element mac : Xml.all(reply, "mac-address")) {
      add(learned, mac, port, "mac-interfaces");
    }
    return learned;
  }

  private static void add(List<MacAddress> learned, Element mac, PortName port, String name) {
    String address = mac.getTextContent().strip();
    if (!address.matches(MAC) || !(mac.getParentNode() instanceof Element entry)) {
      return;
    }
    for (Element logical : Xml.all(entry, name)) {
      if (PortTable.withoutUnit(logical.getTextContent().strip()).equals(port.text())) {
        learned.add(new MacAddress(address));
      }
    }
  }

  static List<Neighbour> heard(Element reply) {
    List<Neighbour> heard = new ArrayList<>();
    for (Element entry : Xml.all(reply, "lldp-neighbor-information")) {
      String local =
          PortTable.withoutUnit(
              Xml.text(entry, "lldp-local-interface") + Xml.text(entry, "lldp-local-port-id"));
      heard.add(
          new Neighbour(
              new PortName(local),
              id(Xml.text(entry, "lldp-remote-chassis-id")),
              id(Xml.text(entry, "lldp-remote-port-id")),
              Xml.text(entry, "lldp-remote-system-name")));
    }
    heard.sort(Comparator.comparing(Neighbour::port));
    return heard;
  }

  private static String id(String text) {
    return text.matches(MAC) ? new MacAddress(text).toString() : text;
  }
}
