package org.novabm.instance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.spi.AddressBlock;

/** One subnet's entries of {@code network_data.json}, one for each address of the instance. */
record SubnetData(Subnet subnet) {

  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String ANYWHERE_IPV6 = "::/0";

  /** What is said beside the entry's names: type, address, routes and servers of names. */
  List<Map<String, Object>> entries() {
    if (subnet.addressing() != Subnet.Addressing.STATIC) {
      return List.of(Map.of("type", subnet.type()));
    }
    return subnet.addresses().stream().map(this::fixed).toList();
  }

  private Map<String, Object> fixed(String address) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", subnet.type());
    entry.put("ip_address", address);
    entry.put("netmask", netmask(AddressBlock.parse(subnet.cidr()).bits()));
    entry.put("routes", routes());
    entry.put("services", services());
    return entry;
  }

  private List<Map<String, Object>> routes() {
    List<Map<String, Object>> routes = new ArrayList<>();
    String gateway = subnet.gateway();
    if (gateway != null) {
      routes.add(route(subnet.isIpv6() ? ANYWHERE_IPV6 : ANYWHERE, gateway));
    }
    subnet.routes().forEach(route -> routes.add(route(route.cidr(), route.gateway())));
    return routes;
  }

  private Map<String, Object> route(String cidr, String gateway) {
    AddressBlock block = AddressBlock.parse(cidr);
    Map<String, Object> route = new LinkedHashMap<>();
    route.put("network", block.address().getHostAddress());
    route.put("netmask", netmask(block.bits()));
    route.put("gateway", gateway);
    return route;
  }

  /** As the top of the file has them, too. */
  List<Map<String, Object>> services() {
    return subnet.dns().stream().map(SubnetData::service).toList();
  }

  private static Map<String, Object> service(String address) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("type", "dns");
    service.put("address", address);
    return service;
  }

  private String netmask(int bits) {
    byte[] mask = new byte[subnet.isIpv6() ? 16 : 4];
    for (int bit = 0; bit < bits; bit++) {
      mask[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
    }
    try {
      return InetAddress.getByAddress(mask).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(mask.length + " bytes are no address", e);
    }
  }
}
