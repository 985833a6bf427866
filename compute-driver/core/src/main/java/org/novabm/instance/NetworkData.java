package org.novabm.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.VlanId;

/**
 * The content of {@code network_data.json} (Nova: "Metadata service", network data): one card, a
 * link for each tagged VLAN on it, and DHCP on every network.
 *
 * @param networks as requested; none means the one network of the configuration
 * @param mac the card's address
 * @param vlans one for each network, the first one untagged
 */
record NetworkData(List<RequestedNetwork> networks, MacAddress mac, List<VlanId> vlans) {

  private static final String CARD = "nic0";
  private static final int MTU = 1500;

  Map<String, Object> json() {
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Map.of("id", CARD, "type", "phy", "ethernet_mac_address", mac.text(), "mtu", MTU));
    vlans.stream()
        .skip(1)
        .distinct()
        .filter(vlan -> !isUntagged(vlan))
        .map(this::link)
        .forEach(links::add);
    List<Map<String, Object>> addressed = new ArrayList<>();
    for (int i = 0; i < vlans.size(); i++) {
      addressed.add(network(i));
    }
    return Map.of("links", links, "networks", addressed, "services", List.of());
  }

  private boolean isUntagged(VlanId vlan) {
    return vlan.equals(vlans.getFirst());
  }

  private Map<String, Object> link(VlanId vlan) {
    return Map.of(
        "id",
        "vlan" + vlan,
        "type",
        "vlan",
        "vlan_link",
        CARD,
        "vlan_id",
        vlan.number(),
        "vlan_mac_address",
        mac.text(),
        "mtu",
        MTU);
  }

  private Map<String, Object> network(int index) {
    VlanId vlan = vlans.get(index);
    return Map.of(
        "id",
        "network" + index,
        "type",
        "ipv4_dhcp",
        "link",
        isUntagged(vlan) ? CARD : "vlan" + vlan,
        "network_id",
        networks.isEmpty() ? "tenant" : networks.get(index).id());
  }
}
