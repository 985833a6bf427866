package org.novabm.messaging.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.messaging.SampleInstance;
import org.novabm.messaging.Samples;
import org.novabm.messaging.wire.JournalText;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.Request;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.ImageRef;
import tools.jackson.databind.node.ObjectNode;

class NovaRebuildTest {

  private static final String NETWORK = "3cb9bc59-5699-4588-a4b1-b87f96708bc6";
  private static final String IMAGE = "155d900f-4e14-4e4c-a73d-069cbf4541e6";

  private final MemoryRecords instances = new MemoryRecords(new MemoryNodeStore());

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

  @Test
  void readsZedsObjects() throws Exception {
    InstanceRequest request = read(Samples.message("zed-rebuild_instance"));

    ImageRef image =
        new ImageRef(IMAGE, null, "raw", null, "eb9139e4942121f22bbc2afc0400b2a4", 2_147_483_648L);
    Subnet subnet =
        new Subnet(
            "10.10.0.0/24",
            Addressing.DHCP,
            List.of("10.10.0.21"),
            "10.10.0.1",
            List.of("192.0.2.53"),
            List.of());
    RequestedNetwork plugged =
        new RequestedNetwork(
            NETWORK, null, new MacAddress("52:54:00:12:34:56"), 1500, List.of(subnet));
    assertThat(request).isEqualTo(expected(image, plugged, request.context(), ZEDS_SPECS));
    assertThat(request.context().project()).isEqualTo("2b3c4d5e6f708192a3b4c5d6e7f80912");
  }

  @Test
  void readsGrizzlysDictionaries() throws Exception {
    instances.put(SampleInstance.running());

    InstanceRequest request = read(Samples.message("grizzly-rebuild_instance"));

    assertThat(request)
        .isEqualTo(
            expected(
                new ImageRef(IMAGE, null, null),
                new RequestedNetwork("tenant-blue", 120),
                request.context(),
                Map.of("cpu_arch", "x86_64")));
  }

  private static InstanceRequest expected(
      ImageRef image,
      RequestedNetwork network,
      RequestContext context,
      Map<String, String> extraSpecs) {
    return new InstanceRequest(
        SampleInstance.UUID_OF_IT,
        "instance-00000001",
        "bm-web-1",
        new Flavor("baremetal.small", 8192, 4, 100, 0, extraSpecs),
        image,
        UUID.fromString("9c2a6e04-0e0c-4c4e-9d3f-2f5f1b6a7c01"),
        List.of(network),
        "I2Nsb3VkLWNvbmZpZwpob3N0bmFtZTogYm0td2ViLTEK",
        Map.of("demo-key", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDemoKeyOnly demo"),
        Map.of("role", "web"),
        context);
  }

  @Test
  void takesNoDigestOfAnotherImage() throws Exception {
    ObjectNode message = Samples.message("zed-rebuild_instance");
    args(message).put("image_ref", "http://glance:9292/images/new");

    assertThat(read(message).image()).isEqualTo(new ImageRef("new", null, "raw"));
  }

  @Test
  void staysOnItsNetworksWhenTheMessageNamesNone() throws Exception {
    ObjectNode message = Samples.message("zed-rebuild_instance");
    fields(message).remove("info_cache");
    assertThat(read(message).networks()).containsExactly(new RequestedNetwork(NETWORK, null));

    ((ObjectNode) args(message).get("request_spec").get("nova_object.data"))
        .remove("requested_networks");
    assertThat(read(message).networks()).isEmpty();

    instances.put(SampleInstance.running());
    assertThat(read(message).networks()).containsExactly(new RequestedNetwork("tenant-blue", 120));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recreate | true | recreate: an evacuation",
        "preserve_ephemeral | true | preserve_ephemeral: the image is written over",
        "reimage_boot_volume | true | reimage_boot_volume: an instance that boots from a volume",
        "recreate | \"yes\" | recreate: is neither true nor false",
        "image_ref | null | image_ref: is missing",
        "image_ref | \"\" | image_ref: is missing",
        "bdms | [{\"boot_index\": 0, \"destination_type\": \"volume\"}] | bdms: an instance that",
      })
  void refusesWhatNoMachineCanDo(String argument, String value, String fault) throws Exception {
    ObjectNode message = Samples.message("zed-rebuild_instance");
    args(message).set(argument, Json.parse(value));

    assertThatThrownBy(() -> read(message))
        .isInstanceOf(UnusableValueException.class)
        .hasMessageStartingWith(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zed-rebuild_instance", "grizzly-rebuild_instance"})
  void isReadFromTheRecordAsFromTheMessage(String sample) throws Exception {
    Request request = Samples.request(Samples.message(sample));
    String record = JournalText.of(request);

    assertThat(record).doesNotContain("new_pass", "SANITISED");
    assertThat(new NovaRebuild(instances).read(JournalText.read(record)))
        .isEqualTo(new NovaRebuild(instances).read(request));
  }

  private static ObjectNode args(ObjectNode message) {
    return (ObjectNode) message.get("args");
  }

  private static ObjectNode fields(ObjectNode message) {
    return (ObjectNode) args(message).get("instance").get("nova_object.data");
  }

  private InstanceRequest read(ObjectNode message) throws UnusableValueException {
    return new NovaRebuild(instances).read(Samples.request(message));
  }
}
