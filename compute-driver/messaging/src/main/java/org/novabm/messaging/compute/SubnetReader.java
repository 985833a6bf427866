package org.novabm.messaging.compute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Subnet;
import org.novabm.instance.Subnet.Addressing;
import org.novabm.instance.Subnet.Route;
import org.novabm.messaging.wire.NovaObject;
import org.novabm.spi.AddressBlock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The subnets in Nova's cached network information (nova.network.model). */
final class SubnetReader {

  private static final int LONGEST = 255;

  private SubnetReader() {}

  static List<Subnet> read(Fields network) throws UnusableValueException {
    List<Subnet> subnets = new ArrayList<>();
    for (Fields subnet : each(network, "subnets")) {
      String cidr = address(subnet, "cidr");
      if (cidr != null) {
        subnets.add(subnet(cidr, subnet));
      }
    }
    return subnets;
  }

  private static Subnet subnet(String cidr, Fields subnet) throws UnusableValueException {
    List<Route> routes = new ArrayList<>();
    for (Fields route : each(subnet, "routes")) {
      String target = address(route, "cidr");
      String gateway = address(route.child("gateway"), "address");
      if (target != null && gateway != null) {
        routes.add(new Route(target, gateway));
      }
    }
    Addressing addressing = addressing(cidr, subnet.child("meta"));
    List<String> own = addresses(subnet, "ips");
    return new Subnet(
        cidr,
        own.isEmpty() && addressing == Addressing.STATIC ? Addressing.DHCP : addressing,
        own,
        address(subnet.child("gateway"), "address"),
        addresses(subnet, "dns"),
        routes);
  }

  /** As Nova decides it: by the mode of IPv6, else by whether there is a DHCP server. */
  private static Addressing addressing(String cidr, Fields meta) throws UnusableValueException {
    String mode = cidr.contains(":") ? meta.text("ipv6_address_mode", LONGEST) : null;
    Addressing server = meta.has("dhcp_server") ? Addressing.DHCP : Addressing.STATIC;
    return switch (mode) {
      case null -> server;
      case "slaac" -> Addressing.SLAAC;
      case "dhcpv6-stateless" -> Addressing.DHCPV6_STATELESS;
      case "dhcpv6-stateful" -> Addressing.DHCPV6_STATEFUL;
      default -> server;
    };
  }

  private static List<String> addresses(Fields fields, String name) throws UnusableValueException {
    List<String> addresses = new ArrayList<>();
    for (Fields item : each(fields, name)) {
      String address = address(item, "address");
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static List<Fields> each(Fields fields, String name) throws UnusableValueException {
    ArrayNode list = NovaObject.items(fields.get(name));
    if (list == null) {
      return List.of();
    }
    NetworkReader.bounded(list, fields.path(name));
    List<Fields> each = new ArrayList<>();
    for (JsonNode item : list) {
      each.add(Fields.of(item, fields.path(name)));
    }
    return each;
  }

  /** An IP address or, for a network, a block of them; null when absent. */
  private static @Nullable String address(Fields fields, String name)
      throws UnusableValueException {
    String text = fields.text(name, LONGEST);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      AddressBlock.parse(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw new UnusableValueException(fields.path(name), "'" + text + "' is not an IP address");
    }
  }
}
