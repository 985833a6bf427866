package org.novabm.rack.junos;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers of operational commands, in the form of each syntax. */
final class OperationalState {

  private final JunosSyntax syntax;

  OperationalState(JunosSyntax syntax) {
    this.syntax = syntax;
  }

  String system(String hostName) {
    return """
        <system-information>
        <hardware-model>%s</hardware-model>
        <os-name>junos</os-name>
        <os-version>%s</os-version>
        <host-name>%s</host-name>
        </system-information>
        """
        .formatted(
            syntax == JunosSyntax.ELS ? "qfx5100-48s-6q" : "ex4200-48t",
            syntax == JunosSyntax.ELS ? "18.4R3.3" : "12.3R12.4",
            JunosXml.text(hostName));
  }

  /** {@code show interfaces terse}; line breaks as Junos puts them. */
  String interfaces(List<String> hardware, List<JunosPort> ports) {
    StringBuilder out = new StringBuilder("<interface-information>\n");
    for (String name : hardware) {
      boolean up = ports.stream().noneMatch(port -> port.name().equals(name) && !port.up());
      String state = up ? "up" : "down";
      out.append(
          """
          <physical-interface>
          <name>
          %s
          </name>
          <admin-status>
          %s
          </admin-status>
          <oper-status>
          %s
          </oper-status>
          </physical-interface>
          """
              .formatted(name, state, state));
    }
    return out.append("</interface-information>\n").toString();
  }

  /** {@code show ethernet-switching interface}. */
  String switching(List<JunosPort> ports) {
    return syntax == JunosSyntax.ELS
        ? "<l2ng-l2ald-iff-interface-information>\n"
            + ports.stream().map(OperationalState::entry).collect(Collectors.joining())
            + "</l2ng-l2ald-iff-interface-information>\n"
        : "<switching-interface-information>\n"
            + ports.stream().map(OperationalState::olderEntry).collect(Collectors.joining())
            + "</switching-interface-information>\n";
  }

  private static String entry(JunosPort port) {
    StringBuilder out =
        new StringBuilder(
            """
            <l2ng-l2ald-iff-interface-entry>
            <l2iff-interface-name>%s.0</l2iff-interface-name>
            <l2iff-interface-vlan-member-tagness>%s</l2iff-interface-vlan-member-tagness>
            </l2ng-l2ald-iff-interface-entry>
            """
                .formatted(port.name(), port.trunk() ? "tagged" : "untagged"));
    for (VlanMembership member : port.vlans()) {
      out.append(
          """
          <l2ng-l2ald-iff-interface-entry>
          <l2iff-interface-vlan-name>%s</l2iff-interface-vlan-name>
          <l2iff-interface-vlan-id>%d</l2iff-interface-vlan-id>
          <l2iff-interface-vlan-member-tagness>%s</l2iff-interface-vlan-member-tagness>
          <l2iff-interface-vlan-member-stp-state>%s</l2iff-interface-vlan-member-stp-state>
          </l2ng-l2ald-iff-interface-entry>
          """
              .formatted(
                  JunosXml.text(member.vlan()),
                  member.tag(),
                  member.tagged() ? "tagged" : "untagged",
                  port.up() ? "Forwarding" : "Discarding"));
    }
    return out.toString();
  }

  private static String olderEntry(JunosPort port) {
    String members =
        port.vlans().stream()
            .map(
                member ->
                    """
                    <interface-vlan-member>
                    <interface-vlan-name>%s</interface-vlan-name>
                    <interface-vlan-member-tagid>%d</interface-vlan-member-tagid>
                    <interface-vlan-member-tagness>%s</interface-vlan-member-tagness>
                    <blocking-status>%s</blocking-status>
                    </interface-vlan-member>
                    """
                        .formatted(
                            JunosXml.text(member.vlan()),
                            member.tag(),
                            member.tagged() ? "tagged" : "untagged",
                            port.up() ? "unblocked" : "blocked by STP"))
            .collect(Collectors.joining());
    return """
        <interface>
        <interface-name>%s.0</interface-name>
        <interface-state>%s</interface-state>
        <interface-port-mode>%s</interface-port-mode>
        <interface-vlan-member-list>
        %s</interface-vlan-member-list>
        </interface>
        """
        .formatted(
            port.name(), port.up() ? "up" : "down", port.trunk() ? "Trunk" : "Access", members);
  }

  /** {@code show ethernet-switching table}. */
  String addresses(Map<String, String> portsByMac) {
    boolean els = syntax == JunosSyntax.ELS;
    String entry =
        els
            ? """
            <l2ng-mac-entry>
            <l2ng-l2-mac-address>%s</l2ng-l2-mac-address>
            <l2ng-l2-mac-logical-interface>%s.0</l2ng-l2-mac-logical-interface>
            </l2ng-mac-entry>
            """
            : """
            <mac-table-entry>
            <mac-address>%s</mac-address>
            <mac-interfaces-list>
            <mac-interfaces>%s.0</mac-interfaces>
            </mac-interfaces-list>
            </mac-table-entry>
            """;
    String entries =
        portsByMac.entrySet().stream()
            .map(one -> entry.formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
    return els
        ? "<l2ng-l2ald-rtb-macdb>\n<l2ng-l2ald-mac-entry-vlan>\n"
            + entries
            + "</l2ng-l2ald-mac-entry-vlan>\n</l2ng-l2ald-rtb-macdb>\n"
        : "<ethernet-switching-table-information>\n<ethernet-switching-table>\n"
            + entries
            + "</ethernet-switching-table>\n</ethernet-switching-table-information>\n";
  }

  /** {@code show system commit}. */
  static String commits(List<Commit> history) {
    StringBuilder out = new StringBuilder("<commit-information>\n");
    int number = 0;
    for (Commit commit : history) {
      out.append(
          """
          <commit-history>
          <sequence-number>%d</sequence-number>
          <user>%s</user>
          <client>netconf</client>
          <date-time>%s</date-time>
          %s</commit-history>
          """
              .formatted(
                  number++,
                  JunosXml.text(commit.user()),
                  commit.when(),
                  commit.comment().isEmpty()
                      ? ""
                      : "<log>" + JunosXml.text(commit.comment()) + "</log>\n"));
    }
    return out.append("</commit-information>\n").toString();
  }
}
