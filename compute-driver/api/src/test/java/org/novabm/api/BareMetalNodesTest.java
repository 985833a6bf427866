package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.Occupant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class BareMetalNodesTest {

  private static final String PATH = "/v2.1/demo/os-baremetal-nodes";
  private static final String MAC = "52:54:00:ac:00:01";

  private final MemoryNodeStore nodes;
  private final Caller caller;

  BareMetalNodesTest(@Autowired MemoryNodeStore nodes, @LocalServerPort int port) {
    this.nodes = nodes;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    nodes.clear();
  }

  @Test
  void showsWhatNovaShowed() {
    caller.post(PATH, Samples.legacyNode(MAC));
    nodes.claim(1, new Occupant(Samples.INSTANCE, "instance-00000007"));
    String uuid = nodes.list(0, 1).getFirst().uuid().toString();

    var answer = caller.get(PATH + "/1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"node":{"id":1,"uuid":"%s","service_host":"rack1","cpus":8,"memory_mb":16384,\
            "local_gb":500,"pm_address":"10.1.0.7","pm_user":"root","terminal_port":8001,\
            "instance_uuid":"11111111-0000-4000-8000-000000000001","task_state":"building",\
            "updated_at":"2026-03-04T05:06:07.123456","pxe_config_path":null,\
            "interfaces":[{"id":1,"address":"52:54:00:ac:00:01","datapath_id":null,"port_no":null}]}}"""
                .formatted(uuid));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/demo/os-baremetal-nodes",
        "/v2.1/demo/os-baremetal-nodes",
        "/v2/os-baremetal-nodes",
        "/v2.1/os-baremetal-nodes"
      })
  void answersUnderEveryPath(String path) {
    caller.post(path, Samples.legacyNode(MAC));
    assertThat(caller.get(path).json().required("nodes").size()).isEqualTo(1);
    assertThat(caller.get(path + "/1").status()).isEqualTo(200);
    assertThat(caller.post(path + "/1/action", "{\"remove_interface\":{\"id\":1}}").status())
        .isEqualTo(202);
    assertThat(caller.delete(path + "/1").status()).isEqualTo(202);
  }

  @Test
  void listsMoreNodesThanThePoolGivesAtOnce() {
    for (int i = 0; i < 1001; i++) {
      String mac = "52:54:00:00:%02x:%02x".formatted(i / 256, i % 256);
      String bmc = "10.1.%d.%d".formatted(i / 256, i % 256);
      caller.post(PATH, Samples.legacyNode(mac).replace("10.1.0.7", bmc));
    }
    assertThat(caller.get(PATH).json().required("nodes").size()).isEqualTo(1001);
  }

  @Test
  void takesNumbersWrittenAsTexts() {
    var answer =
        caller.post(
            PATH,
            """
            {"node": {"cpus": "2", "memory_mb": "2048", "local_gb": "10", "pm_address": "h"}}
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().required("node").required("memory_mb").asInt()).isEqualTo(2048);
    assertThat(answer.json().required("node").required("service_host").asString())
        .isEqualTo("rack1");
  }

  @Test
  void refusesWhatIsNoNode() {
    assertThat(caller.post(PATH, "{}").fault("badRequest")).isEqualTo("node is missing");
    assertThat(caller.post(PATH, "{\"node\": {\"cpus\": 1}}").fault("badRequest"))
        .isEqualTo("memory_mb is missing");
    assertThat(caller.post(PATH, Samples.legacyNode("52:54:00")).fault("badRequest"))
        .isEqualTo(
            "prov_mac_address is wrong: '52:54:00' is not a MAC address of the form"
                + " xx:xx:xx:xx:xx:xx");
  }

  @Test
  void refusesAMacThatIsTaken() {
    caller.post(PATH, Samples.legacyNode(MAC));
    assertThat(caller.post(PATH, Samples.legacyNode(MAC)).fault("conflictingRequest"))
        .contains(MAC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/9", "/nine", "/99999999999999999999"})
  void knowsNoSuchNode(String id) {
    assertThat(caller.get(PATH + id).fault("itemNotFound")).contains(id.substring(1));
    assertThat(caller.delete(PATH + id).fault("itemNotFound")).contains(id.substring(1));
    String add = "{\"add_interface\":{\"address\":\"" + MAC + "\"}}";
    assertThat(caller.post(PATH + id + "/action", add).fault("itemNotFound"))
        .contains(id.substring(1));
    String remove = "{\"remove_interface\":{\"id\":1}}";
    assertThat(caller.post(PATH + id + "/action", remove).status()).isEqualTo(404);
  }

  @Test
  void keepsANodeWithAnInstanceOnIt() {
    caller.post(PATH, Samples.legacyNode(MAC));
    nodes.claim(1, new Occupant(UUID.randomUUID(), null));
    assertThat(caller.delete(PATH + "/1").fault("conflictingRequest"))
        .contains("destroy the instance first");
    assertThat(nodes.find(1)).isNotNull();
  }

  @Test
  void addsAndRemovesInterfaces() {
    caller.post(PATH, Samples.legacyNode(MAC));
    var added =
        caller.post(
            PATH + "/1/action",
            """
            {"add_interface": {"address": "52-54-00-AC-00-02", "datapath_id": "0xa", "port_no": 3}}
            """);
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.body())
        .isEqualTo(
            """
            {"interface":{"id":2,"address":"52:54:00:ac:00:02","datapath_id":"0xa","port_no":3}}""");

    String both = "{\"remove_interface\":{\"id\":2,\"address\":\"%s\"}}";
    assertThat(caller.post(PATH + "/1/action", both.formatted(MAC)).fault("itemNotFound"))
        .isEqualTo("node 1 has no such interface");
    assertThat(caller.post(PATH + "/1/action", both.formatted("52:54:00:ac:00:02")).status())
        .isEqualTo(202);
    assertThat(nodes.list(0, 1).getFirst().macs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"remove_interface\":{}}",
        "{\"add_interface\":{}}",
        "{\"add_interface\":{\"address\":\"52:54\"}}",
        "{\"add_interface\":{\"address\":\"52:54:00:ac:00:09\",\"port_no\":-1}}",
        "{\"add_interface\":{\"address\":\"52:54:00:ac:00:09\"},\"remove_interface\":{\"id\":1}}"
      })
  void refusesAnActionThatSaysTooLittleOrTooMuch(String action) {
    caller.post(PATH, Samples.legacyNode(MAC));
    assertThat(caller.post(PATH + "/1/action", action).fault("badRequest")).isNotBlank();
    assertThat(nodes.list(0, 1).getFirst().macs()).hasSize(1);
  }
}
