package org.novabm.rack.junos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the layer 2 part of a configuration, and says no to what Junos says no to. */
final class ConfigurationCheck {

  private static final int DEFAULT_VLAN = 1;

  private final Element configuration;
  private final JunosSyntax syntax;
  private final Map<String, Integer> vlans = new HashMap<>();

  ConfigurationCheck(Element configuration, JunosSyntax syntax) throws NetconfError {
    this.configuration = configuration;
    this.syntax = syntax;
    vlans.put("default", DEFAULT_VLAN);
    for (Element vlan : list("vlans", "vlan")) {
      addVlan(vlan);
    }
  }

  private void addVlan(Element vlan) throws NetconfError {
    String name = JunosXml.textAt(vlan, "name");
    String id = JunosXml.textAt(vlan, "vlan-id");
    if (name == null || id == null) {
      return;
    }
    int number = number(id);
    if (number < 1 || number > 4094) {
      throw NetconfError.failed("Value " + id + " is not within range (1..4094)");
    }
    if (!name.equals("default") && vlans.containsValue(number)) {
      throw NetconfError.failed("vlan-id " + id + " of vlan " + name + " is another vlan's");
    }
    vlans.put(name, number);
  }

  private List<Element> list(String plural, String one) {
    Element all = JunosXml.child(configuration, plural);
    return all == null ? List.of() : JunosXml.children(all, one);
  }

  /** The ports that switch, in the order of the configuration. */
  List<JunosPort> ports() throws NetconfError {
    List<JunosPort> ports = new java.util.ArrayList<>();
    for (Element entry : list("interfaces", "interface")) {
      JunosPort port = port(entry);
      if (port != null) {
        ports.add(port);
      }
    }
    return ports;
  }

  private @Nullable JunosPort port(Element entry) throws NetconfError {
    String name = String.valueOf(JunosXml.textAt(entry, "name"));
    Element unit = JunosXml.child(entry, "unit");
    if (unit != null && isMember(entry)) {
      throw NetconfError.failed(
          "[edit interfaces " + name + "] 'unit' logical unit is not allowed on aggregated links");
    }
    Element switching = JunosXml.at(unit, "family", "ethernet-switching");
    if (switching == null) {
      return null;
    }
    boolean trunk = "trunk".equals(JunosXml.textAt(switching, syntax.mode()));
    String nativeId =
        JunosXml.textAt(syntax == JunosSyntax.ELS ? entry : switching, "native-vlan-id");
    List<VlanMembership> members = new java.util.ArrayList<>();
    Element vlan = JunosXml.child(switching, "vlan");
    for (Element member : vlan == null ? List.<Element>of() : JunosXml.children(vlan, "members")) {
      members.add(membership(member.getTextContent().strip(), trunk, nativeId));
    }
    for (String listing : vlansThatList(name)) {
      VlanMembership member = membership(listing, trunk, nativeId);
      if (!members.contains(member)) {
        members.add(member);
      }
    }
    if (syntax == JunosSyntax.OLDER && trunk && nativeId != null) {
      members.add(membership(nativeId, true, nativeId));
    }
    if (!trunk && members.isEmpty()) {
      members.add(new VlanMembership("default", DEFAULT_VLAN, false));
    }
    if (!trunk && members.size() > 1) {
      throw NetconfError.failed(
          "Access interface <%s.0> has more than one vlan member: <%s> and <%s>"
              .formatted(name, members.get(0).vlan(), members.get(1).vlan()));
    }
    return new JunosPort(name, JunosXml.child(entry, "disable") == null, trunk, members);
  }

  /** The names of VLANs that have the port under {@code interface}. */
  private List<String> vlansThatList(String port) {
    return list("vlans", "vlan").stream()
        .filter(
            vlan ->
                JunosXml.children(vlan, "interface").stream()
                    .anyMatch(it -> (port + ".0").equals(JunosXml.textAt(it, "name"))))
        .map(vlan -> String.valueOf(JunosXml.textAt(vlan, "name")))
        .toList();
  }

  private static boolean isMember(Element entry) {
    return JunosXml.at(entry, "ether-options", "ieee-802.3ad", "bundle") != null;
  }

  private VlanMembership membership(String member, boolean trunk, @Nullable String nativeId)
      throws NetconfError {
    for (Map.Entry<String, Integer> vlan : vlans.entrySet()) {
      String tag = vlan.getValue().toString();
      if (vlan.getKey().equals(member) || tag.equals(member)) {
        return new VlanMembership(vlan.getKey(), vlan.getValue(), trunk && !tag.equals(nativeId));
      }
    }
    throw NetconfError.failed("vlan member <" + member + "> is not defined");
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
  }
}
