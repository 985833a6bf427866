package org.novabm.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.VlanId;

/**
 * The content of {@code network_data.json} (Nova: "Metadata service", network data): a link for
 * each card that is used and each tagged VLAN on the first one, and the networks on them. A network
 * of which the request says no addresses is asked for them by DHCP.
 *
 * @param networks as requested; none means the one network of the configuration
 * @param cards addresses of the machine's cards, the first one is plugged into the moved port
 * @param vlans one for each network, the first one untagged
 */
record NetworkData(List<RequestedNetwork> networks, List<MacAddress> cards, List<VlanId> vlans) {

  private static final RequestedNetwork UNNAMED = new RequestedNetwork("tenant", null);
  private static final Map<String, Object> DHCP = Map.of("type", "ipv4_dhcp");

  Map<String, Object> json() {
    Map<String, Map<String, Object>> links = new LinkedHashMap<>();
    List<Map<String, Object>> addressed = new ArrayList<>();
    Set<Map<String, Object>> services = new LinkedHashSet<>();
    for (int i = 0; i < vlans.size(); i++) {
      RequestedNetwork network = network(i);
      String link = link(links, network, vlans.get(i));
      for (Subnet subnet : network.subnets()) {
        SubnetData data = new SubnetData(subnet);
        data.entries()
            .forEach(entry -> addressed.add(entry(addressed.size(), link, network, entry)));
        services.addAll(data.services());
      }
      if (network.subnets().isEmpty()) {
        addressed.add(entry(addressed.size(), link, network, DHCP));
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("links", List.copyOf(links.values()));
    all.put("networks", addressed);
    all.put("services", List.copyOf(services));
    return all;
  }

  private RequestedNetwork network(int index) {
    return networks.isEmpty() ? UNNAMED : networks.get(index);
  }

  /** Makes the link where it is not there yet, and the card's that it stands on. */
  private String link(
      Map<String, Map<String, Object>> links, RequestedNetwork network, VlanId vlan) {
    if (vlan.equals(vlans.getFirst())) {
      return card(links, indexOf(network.mac()), network.mtu());
    }
    String name = "vlan" + vlan;
    String card = card(links, 0, null);
    links.computeIfAbsent(
        name,
        id -> {
          Map<String, Object> link = new LinkedHashMap<>();
          link.put("id", id);
          link.put("type", "vlan");
          link.put("vlan_link", card);
          link.put("vlan_id", vlan.number());
          link.put("vlan_mac_address", cards.getFirst().text());
          putMtu(link, network.mtu());
          return link;
        });
    return name;
  }

  /** The first card's for an address that no card of the machine has. */
  private int indexOf(@Nullable MacAddress mac) {
    return mac == null ? 0 : Math.max(0, cards.indexOf(mac));
  }

  private String card(Map<String, Map<String, Object>> links, int index, @Nullable Integer mtu) {
    String name = "nic" + index;
    links.computeIfAbsent(
        name,
        id -> {
          Map<String, Object> link = new LinkedHashMap<>();
          link.put("id", id);
          link.put("type", "phy");
          link.put("ethernet_mac_address", cards.get(index).text());
          putMtu(link, mtu);
          return link;
        });
    return name;
  }

  private static void putMtu(Map<String, Object> link, @Nullable Integer mtu) {
    if (mtu != null) {
      link.put("mtu", mtu);
    }
  }

  private static Map<String, Object> entry(
      int number, String link, RequestedNetwork network, Map<String, Object> addressing) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", "network" + number);
    entry.put("link", link);
    entry.put("network_id", network.id());
    entry.putAll(addressing);
    return entry;
  }
}
