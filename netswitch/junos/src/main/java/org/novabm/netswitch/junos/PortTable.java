package org.novabm.netswitch.junos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.netswitch.junos.netconf.Xml;
import org.novabm.spi.network.VlanId;
import org.w3c.dom.Element;

/**
 * {@code show ethernet-switching interface}: what each port forwards. The two syntaxes answer in
 * different forms, and so are told apart.
 */
record PortTable(Syntax syntax, Map<String, Forwarding> ports) {

  PortTable {
    ports = Map.copyOf(ports);
  }

  static PortTable of(Element reply) {
    // in a virtual chassis each member's part is wrapped up once more
    List<Element> older = Xml.all(reply, "switching-interface-information");
    return older.isEmpty()
        ? new PortTable(Syntax.ELS, els(reply))
        : new PortTable(Syntax.OLDER, older(older));
  }

  /** Entries follow one another: one names a port, those after it are its VLANs. */
  private static Map<String, Forwarding> els(Element reply) {
    Map<String, Forwarding> ports = new LinkedHashMap<>();
    String port = "";
    for (Element entry : Xml.all(reply, "l2ng-l2ald-iff-interface-entry")) {
      String name = Xml.text(entry, "l2iff-interface-name");
      if (!name.isEmpty()) {
        port = withoutUnit(name);
        ports.putIfAbsent(port, Forwarding.nothing());
      }
      add(
          ports,
          port,
          Xml.text(entry, "l2iff-interface-vlan-id"),
          Xml.text(entry, "l2iff-interface-vlan-member-tagness"));
    }
    return ports;
  }

  private static Map<String, Forwarding> older(List<Element> parts) {
    Map<String, Forwarding> ports = new LinkedHashMap<>();
    parts.stream()
        .flatMap(part -> Xml.children(part, "interface").stream())
        .forEach(entry -> older(entry, ports));
    return ports;
  }

  private static void older(Element entry, Map<String, Forwarding> ports) {
    String port = withoutUnit(Xml.text(entry, "interface-name"));
    ports.putIfAbsent(port, Forwarding.nothing());
    for (Element member : Xml.all(entry, "interface-vlan-member")) {
      add(
          ports,
          port,
          Xml.text(member, "interface-vlan-member-tagid"),
          Xml.text(member, "interface-vlan-member-tagness"));
    }
  }

  private static void add(Map<String, Forwarding> ports, String port, String tag, String tagness) {
    if (!port.isEmpty() && tag.matches("[1-9][0-9]{0,3}") && Integer.parseInt(tag) <= 4094) {
      ports.compute(
          port,
          (_, before) ->
              (before == null ? Forwarding.nothing() : before)
                  .and(new VlanId(Integer.parseInt(tag)), tagness.equals("tagged")));
    }
  }

  static String withoutUnit(String logical) {
    String name = logical.endsWith("*") ? logical.substring(0, logical.length() - 1) : logical;
    return name.endsWith(".0") ? name.substring(0, name.length() - 2) : name;
  }
}
