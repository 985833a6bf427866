package org.novabm.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses on a network, as Nova's network information has them. Addresses are texts of RFC 4291
 * or dotted quads, checked by whoever read them.
 *
 * @param cidr all of its addresses, for example {@code 10.20.0.0/24}
 * @param addressing how the instance comes by its own
 * @param addresses the instance's own; may be empty where it is told them otherwise
 * @param gateway the way to everywhere else; null for none
 * @param dns servers of names, the first one asked first
 * @param routes to some networks by other gateways
 */
public record Subnet(
    String cidr,
    Addressing addressing,
    List<String> addresses,
    @Nullable String gateway,
    List<String> dns,
    List<Route> routes) {

  /** How an instance comes by its address. */
  public enum Addressing {
    STATIC("ipv4", "ipv6"),
    DHCP("ipv4_dhcp", "ipv6_dhcp"),
    SLAAC("ipv4_dhcp", "ipv6_slaac"),
    DHCPV6_STATELESS("ipv4_dhcp", "ipv6_dhcpv6-stateless"),
    DHCPV6_STATEFUL("ipv4_dhcp", "ipv6_dhcpv6-stateful");

    private final String ofIpv4;
    private final String ofIpv6;

    Addressing(String ofIpv4, String ofIpv6) {
      this.ofIpv4 = ofIpv4;
      this.ofIpv6 = ofIpv6;
    }
  }

  /**
   * A network behind a gateway of its own.
   *
   * @param cidr of that network
   */
  public record Route(String cidr, String gateway) {}

  public Subnet {
    addresses = List.copyOf(addresses);
    dns = List.copyOf(dns);
    routes = List.copyOf(routes);
  }

  boolean isIpv6() {
    return cidr.contains(":");
  }

  /** The word of {@code network_data.json}. */
  String type() {
    return isIpv6() ? addressing.ofIpv6 : addressing.ofIpv4;
  }
}
