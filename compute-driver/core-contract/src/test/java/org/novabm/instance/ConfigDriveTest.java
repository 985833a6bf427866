package org.novabm.instance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.network.VlanId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigDriveTest {

  private static final UUID ID = UUID.fromString("6f2d4c1e-0000-4000-8000-000000000001");

  @Test
  void theThreeFilesSayWhatTheMessageSaid() {
    String script = "#cloud-config\n# ü\n";
    InstanceRequest request =
        new InstanceRequest(
            ID,
            "instance-1",
            "web\"1",
            new Flavor("m1", 1, 1, 1, 0),
            new ImageRef("x", null, null),
            null,
            List.of(new RequestedNetwork("blue", null), new RequestedNetwork("red", null)),
            Base64.getEncoder().encodeToString(script.getBytes(UTF_8)),
            Map.of("me", "ssh-ed25519 AAAA me"),
            Map.of("role", "web"),
            new RequestContext("", "p1", ""));

    Map<String, byte[]> files =
        new ConfigDrive()
            .files(
                request,
                List.of(new MacAddress("52:54:00:AC:00:01")),
                List.of(new VlanId(20), new VlanId(30)));

    assertThat(files).hasSize(3);
    assertThat(files.get("openstack/latest/user_data")).isEqualTo(script.getBytes(UTF_8));
    JsonNode meta = json(files, "openstack/latest/meta_data.json");
    assertThat(meta.get("uuid").asString()).isEqualTo(ID.toString());
    assertThat(meta.get("hostname").asString()).isEqualTo("web\"1");
    assertThat(meta.get("public_keys").get("me").asString()).isEqualTo("ssh-ed25519 AAAA me");
    assertThat(meta.get("meta").get("role").asString()).isEqualTo("web");
    JsonNode network = json(files, "openstack/latest/network_data.json");
    assertThat(network.get("links").get(0).get("ethernet_mac_address").asString())
        .isEqualTo("52:54:00:ac:00:01");
    assertThat(network.get("networks").get(0).get("network_id").asString()).isEqualTo("blue");
    assertThat(network.get("networks").get(0).get("type").asString()).isEqualTo("ipv4_dhcp");
    assertThat(network.get("networks").get(0).get("link").asString()).isEqualTo("nic0");
    assertThat(network.get("links").get(1).get("type").asString()).isEqualTo("vlan");
    assertThat(network.get("links").get(1).get("vlan_id").asInt()).isEqualTo(30);
    assertThat(network.get("networks").get(1).get("link").asString()).isEqualTo("vlan30");
  }

  private static final MacAddress FIRST = new MacAddress("52:54:00:0e:00:91");
  private static final MacAddress SECOND = new MacAddress("52:54:00:0e:00:92");

  private static JsonNode network(RequestedNetwork... networks) {
    NetworkData data =
        new NetworkData(
            List.of(networks),
            List.of(FIRST, SECOND),
            IntStream.range(0, Math.max(1, networks.length))
                .mapToObj(i -> new VlanId(120 + i))
                .toList());
    return JsonMapper.shared().valueToTree(data.json());
  }

  @Test
  void whatNobodySaidIsNotGuessed() {
    assertThat(network())
        .hasToString(
            """
            {"links":[{"id":"nic0","type":"phy","ethernet_mac_address":"52:54:00:0e:00:91"}],\
            "networks":[{"id":"network0","link":"nic0","network_id":"tenant","type":"ipv4_dhcp"}],\
            "services":[]}""");
  }

  @Test
  void addressesRoutesAndNamesAreThoseOfTheMessage() {
    Subnet subnet =
        new Subnet(
            "10.20.0.0/24",
            Subnet.Addressing.STATIC,
            List.of("10.20.0.21"),
            "10.20.0.1",
            List.of("10.20.0.53"),
            List.of(new Subnet.Route("192.168.0.0/17", "10.20.0.2")));
    JsonNode data = network(new RequestedNetwork("n", 120, SECOND, 1450, List.of(subnet)));
    assertThat(data.get("links"))
        .hasToString(
            """
            [{"id":"nic1","type":"phy","ethernet_mac_address":"52:54:00:0e:00:92","mtu":1450}]""");
    assertThat(data.get("networks"))
        .hasToString(
            """
            [{"id":"network0","link":"nic1","network_id":"n","type":"ipv4",\
            "ip_address":"10.20.0.21","netmask":"255.255.255.0",\
            "routes":[{"network":"0.0.0.0","netmask":"0.0.0.0","gateway":"10.20.0.1"},\
            {"network":"192.168.0.0","netmask":"255.255.128.0","gateway":"10.20.0.2"}],\
            "services":[{"type":"dns","address":"10.20.0.53"}]}]""");
    assertThat(data.get("services").get(0).get("address").asString()).isEqualTo("10.20.0.53");
  }

  @Test
  void bothFamiliesOnATaggedNetwork() {
    Subnet slaac =
        new Subnet("2001:db8::/64", Subnet.Addressing.SLAAC, List.of(), null, List.of(), List.of());
    Subnet fixed =
        new Subnet(
            "2001:db8:1::/56",
            Subnet.Addressing.STATIC,
            List.of("2001:db8:1::5"),
            "2001:db8:1::1",
            List.of(),
            List.of());
    JsonNode data =
        network(
            new RequestedNetwork("a", null),
            new RequestedNetwork("b", null, null, 9000, List.of(slaac, fixed)));
    assertThat(data.get("links").get(0).has("mtu")).isFalse();
    assertThat(data.get("links").get(1).get("mtu").asInt()).isEqualTo(9000);
    assertThat(data.get("networks").get(1).get("type").asString()).isEqualTo("ipv6_slaac");
    assertThat(data.get("networks").get(2).get("netmask").asString())
        .isEqualTo("ffff:ffff:ffff:ff00:0:0:0:0");
    assertThat(data.get("networks").get(2).get("link").asString()).isEqualTo("vlan121");
  }

  private static JsonNode json(Map<String, byte[]> files, String path) {
    return JsonMapper.shared().readTree(files.get(path));
  }
}
