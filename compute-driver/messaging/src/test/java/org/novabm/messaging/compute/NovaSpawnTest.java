package org.novabm.messaging.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.instance.Subnet;
import org.novabm.instance.Subnet.Addressing;
import org.novabm.messaging.Samples;
import org.novabm.messaging.wire.Json;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.ImageRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class NovaSpawnTest {

  private static final String NETWORK = "3cb9bc59-5699-4588-a4b1-b87f96708bc6";
  private static final String PROJECT = "2b3c4d5e6f708192a3b4c5d6e7f80912";
  private static final String USER = "7f0c4dc0e2c84f5c8f0a1b2c3d4e5f60";

  private static final Map<String, String> ZEDS_SPECS =
      Map.of(
          "resources:CUSTOM_BAREMETAL_SMALL",
          "1",
          "resources:VCPU",
          "0",
          "resources:MEMORY_MB",
          "0",
          "resources:DISK_GB",
          "0",
          "cpu_arch",
          "x86_64");

  private static final Map<String, String> GRIZZLYS_SPECS =
      Map.of(
          "cpu_arch",
          "x86_64",
          "baremetal:deploy_kernel_id",
          "bbbbbbbb-0000-4000-8000-000000000001",
          "baremetal:deploy_ramdisk_id",
          "bbbbbbbb-0000-4000-8000-000000000002");

  @Test
  void readsZedsObjects() throws Exception {
    InstanceRequest request = read(Samples.message("zed-build_and_run_instance"));

    assertThat(request).isEqualTo(expected("req-11111111-2222-3333-4444-555555555555", ZEDS_SPECS));
  }

  @Test
  void readsGrizzlysDictionaries() throws Exception {
    InstanceRequest request = read(Samples.message("grizzly-run_instance"));

    assertThat(request)
        .isEqualTo(expected("req-aaaaaaaa-1111-2222-3333-444444444444", GRIZZLYS_SPECS));
  }

  private static InstanceRequest expected(String requestId, Map<String, String> extraSpecs) {
    return new InstanceRequest(
        UUID.fromString("1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b"),
        "instance-00000001",
        "bm-web-1",
        new Flavor("baremetal.small", 8192, 4, 100, 0, extraSpecs),
        new ImageRef(
            "155d900f-4e14-4e4c-a73d-069cbf4541e6",
            null,
            "raw",
            null,
            "eb9139e4942121f22bbc2afc0400b2a4",
            2_147_483_648L),
        UUID.fromString("9c2a6e04-0e0c-4c4e-9d3f-2f5f1b6a7c01"),
        List.of(new RequestedNetwork(NETWORK, null)),
        "I2Nsb3VkLWNvbmZpZwpob3N0bmFtZTogYm0td2ViLTEK",
        Map.of("demo-key", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDemoKeyOnly demo"),
        Map.of("role", "web"),
        new RequestContext(requestId, PROJECT, USER));
  }

  @Test
  void findsTheFlavorInTheRowsWhenItIsNowhereElse() throws Exception {
    ObjectNode message = Samples.message("grizzly-run_instance");
    at(message, "args", "instance").remove(List.of("instance_type", "memory_mb"));
    at(message, "args").remove(List.of("request_spec", "filter_properties"));

    assertThat(read(message).flavor()).isEqualTo(new Flavor("baremetal.small", 8192, 4, 100, 0));
  }

  @Test
  void findsTheImageInTheInstanceWhenItIsNowhereElse() throws Exception {
    ObjectNode message = Samples.message("grizzly-run_instance");
    at(message, "args", "request_spec").remove("image");
    at(message, "args", "instance").put("image_ref", "http://glance:9292/images/abc");

    assertThat(read(message).image()).isEqualTo(new ImageRef("abc", null, null));
  }

  @Test
  void takesGlancesDigestsFromBesideTheIdAndFromTheProperties() throws Exception {
    ImageRef image = read(withDigests("SHA512", "AB".repeat(64), "cd".repeat(16))).image();
    assertThat(image.sha512()).isEqualTo("ab".repeat(64));
    assertThat(image.md5()).isEqualTo("cd".repeat(16));
    assertThat(image.sha256()).isNull();

    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "image").remove("checksum");
    at(message, "args", "image", "properties")
        .put("os_hash_algo", "sha256")
        .put("os_hash_value", "ab".repeat(32))
        .put("checksum", "cd".repeat(16));
    assertThat(read(message).image().sha256()).isEqualTo("ab".repeat(32));
    assertThat(read(message).image().md5()).isEqualTo("cd".repeat(16));
  }

  @Test
  void takesAnImageWhoseDigestsAreNotKnownYet() throws Exception {
    ObjectNode message = withDigests(null, null, null);
    at(message, "args", "image").put("size", 0);
    ImageRef image = read(message).image();

    assertThat(image).isEqualTo(new ImageRef(image.reference(), null, "raw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "1.5", "99999999999999999999"})
  void refusesASizeThatIsNone(String size) throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "image").put("size", size);

    assertThatThrownBy(() -> read(message))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining("size");
  }

  @Test
  void refusesDigestsThatNobodyCouldCheck() {
    assertThatThrownBy(() -> read(withDigests("blake2b", "ab".repeat(64), null)))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining("os_hash_algo")
        .hasMessageContaining("'blake2b' cannot be checked here");
    assertThatThrownBy(() -> read(withDigests("sha512", "ab".repeat(32), null)))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining("SHA-512 digest of 128");
    assertThatThrownBy(() -> read(withDigests(null, "ab".repeat(64), null)))
        .isInstanceOf(UnusableValueException.class);
  }

  private static ObjectNode withDigests(
      @Nullable String algorithm, @Nullable String value, @Nullable String checksum)
      throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "image")
        .put("os_hash_algo", algorithm)
        .put("os_hash_value", value)
        .put("checksum", checksum);
    return message;
  }

  @ParameterizedTest
  @CsvSource({"meta,100", "details,4094"})
  void findsTheVlanInTheCachedNetworkInformation(String place, int vlan) throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    String spot = "{\"vlan\": " + vlan + "}";
    putNetworkInfo(
        message,
        """
        [{"id": "p1", "network": {"id": "%s", "meta": %s}, "details": %s}]"""
            .formatted(
                NETWORK,
                place.equals("meta") ? spot : "{}",
                place.equals("details") ? spot : "{}"));

    assertThat(read(message).networks()).containsExactly(new RequestedNetwork(NETWORK, vlan));
  }

  @Test
  void takesCardAddressesRoutesAndNamesFromTheCachedNetworkInformation() throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    putNetworkInfo(
        message,
        """
        [{"id": "p1", "address": "52:54:00:0e:00:92", "network": {"id": "%s",
          "meta": {"mtu": 1450, "vlan": 120}, "subnets": [
           {"cidr": "10.20.0.0/24", "gateway": {"address": "10.20.0.1"},
            "ips": [{"address": "10.20.0.21"}], "dns": [{"address": "10.20.0.53"}],
            "routes": [{"cidr": "10.9.0.0/16", "gateway": {"address": "10.20.0.2"}}], "meta": {}},
           {"cidr": "10.30.0.0/24", "gateway": {"address": null},
            "ips": [{"address": "10.30.0.21"}], "meta": {"dhcp_server": "10.30.0.2"}},
           {"cidr": "2001:db8::/64", "ips": [], "meta": {"ipv6_address_mode": "slaac"}}]}}]"""
            .formatted(NETWORK));

    assertThat(read(message).networks())
        .containsExactly(
            new RequestedNetwork(
                NETWORK,
                120,
                new MacAddress("52:54:00:0e:00:92"),
                1450,
                List.of(
                    new Subnet(
                        "10.20.0.0/24",
                        Addressing.STATIC,
                        List.of("10.20.0.21"),
                        "10.20.0.1",
                        List.of("10.20.0.53"),
                        List.of(new Subnet.Route("10.9.0.0/16", "10.20.0.2"))),
                    subnet("10.30.0.0/24", Addressing.DHCP, "10.30.0.21"),
                    subnet("2001:db8::/64", Addressing.SLAAC))));
  }

  private static Subnet subnet(String cidr, Addressing addressing, String... own) {
    return new Subnet(cidr, addressing, List.of(own), null, List.of(), List.of());
  }

  @Test
  void refusesAnAddressThatIsNone() throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    putNetworkInfo(
        message,
        """
        [{"id": "p1", "network": {"id": "%s", "subnets": [
          {"cidr": "10.20.0.0/24", "ips": [{"address": "somewhere"}]}]}}]"""
            .formatted(NETWORK));
    assertThatThrownBy(() -> read(message))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining("'somewhere' is not an IP address");
  }

  @ParameterizedTest
  @CsvSource({
    "cpu_arch, tilepro64, false",
    "cpu_arch, s== aarch64, false",
    "capabilities:cpu_arch, arm, false",
    "cpu_arch, x86_64, true",
    "cpu_arch, s== x86_64, true",
    "baremetal:deploy_kernel_id, 155d900f-4e14-4e4c-a73d-069cbf4541e6, true",
    "trait:CUSTOM_GOLD, required, true"
  })
  void anotherArchitectureIsRefused(String key, String value, boolean taken) throws Exception {
    ObjectNode message = Samples.message("grizzly-run_instance");
    at(message, "args", "filter_properties", "instance_type")
        .putObject("extra_specs")
        .put(key, value);
    if (taken) {
      assertThat(read(message)).isNotNull();
    } else {
      assertThatThrownBy(() -> read(message))
          .isInstanceOf(UnusableValueException.class)
          .hasMessageContaining("the machines here are x86_64");
    }
  }

  @Test
  void findsTheNetworkOfAPort() throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    message
        .withObject("/args")
        .set("requested_networks", Json.parse("[[null, null, \"p1\", null]]"));
    putNetworkInfo(
        message, "[{\"id\": \"p1\", \"network\": {\"id\": \"n1\", \"meta\": {\"vlan\": 7}}}]");

    assertThat(read(message).networks()).containsExactly(new RequestedNetwork("n1", 7));
  }

  @Test
  void takesTheKeyFromTheKeyPairsWhenTheInstanceHasNone() throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "instance", "nova_object.data").putNull("key_data");

    assertThat(read(message).publicKeys()).containsOnlyKeys("demo-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uuid | \"not-a-uuid\" | instance.uuid: 'not-a-uuid' is not a uuid",
        "uuid | null | instance.uuid: is missing",
        "uuid | 7 | instance.uuid: is not a string",
        "hostname | \"a\\u0007b\" | instance.hostname: holds control characters",
        "hostname | \"a b\" | instance.hostname: is not a host name",
        "user_data | \"%%%\" | instance.user_data: is not valid base64",
        "metadata | \"x\" | instance.metadata: is not an object",
      })
  void saysWhichValueCannotBeUsed(String field, String value, String fault) throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "instance", "nova_object.data").set(field, Json.parse(value));

    assertThatThrownBy(() -> read(message))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource({"-1,is negative", "3000000000,not an integer", "1.5,not an integer"})
  void refusesSizesNoMachineHas(String memory, String fault) throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    at(message, "args", "instance", "nova_object.data", "flavor", "nova_object.data")
        .set("memory_mb", Json.parse(memory));

    assertThatThrownBy(() -> read(message))
        .hasMessageContaining("memory_mb: is")
        .hasMessageContaining(fault);
  }

  @Test
  void refusesABootFromVolume() {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    message.withObject("/args").putObject("image");
    message.withObject("/args").remove("request_spec");
    at(message, "args", "instance", "nova_object.data").put("image_ref", "");

    assertThatThrownBy(() -> read(message)).hasMessageContaining("boots from a volume");
  }

  @Test
  void refusesThousandsOfNetworks() throws Exception {
    ObjectNode message = Samples.message("zed-build_and_run_instance");
    message
        .withObject("/args")
        .set("requested_networks", Json.parse("[" + "[\"n\"],".repeat(4999) + "[\"n\"]]"));

    assertThatThrownBy(() -> read(message)).hasMessageContaining("more than 64");
  }

  private static void putNetworkInfo(ObjectNode message, String info) {
    at(message, "args", "instance", "nova_object.data", "info_cache", "nova_object.data")
        .put("network_info", info);
  }

  private static ObjectNode at(ObjectNode message, String... path) {
    JsonNode node = message;
    for (String name : path) {
      node = node.get(name);
    }
    return (ObjectNode) node;
  }

  private static InstanceRequest read(ObjectNode message) throws UnusableValueException {
    return new NovaSpawn().read(Samples.request(message));
  }
}
