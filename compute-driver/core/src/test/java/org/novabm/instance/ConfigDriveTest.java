package org.novabm.instance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  private static JsonNode json(Map<String, byte[]> files, String path) {
    return JsonMapper.shared().readTree(files.get(path));
  }
}
