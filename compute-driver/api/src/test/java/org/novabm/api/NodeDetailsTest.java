package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;
import org.novabm.node.NodeDetails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operator says of a node, by REST. */
@OverHttp
class NodeDetailsTest {

  private static final String MAC = "52:54:00:ac:00:01";
  private static final String SHOWN =
      """
      "resource_class":"baremetal.gold","traits":["CUSTOM_RAID","HW_CPU_X86_VMX"],\
      "properties":{"rack":"r7"},"root_device":{"rotational":"false","size":">= 60"},\
      "retired":true,"retired_reason":"out of warranty","protected":true,"protected_reason":"","deploy_interface":"fake","boot_interface":"pxe"\
      """;
  private static final String SAID =
      """
      "resource_class": "baremetal.gold", "traits": ["HW_CPU_X86_VMX", "CUSTOM_RAID"],
      "properties": {"rack": "r7"}, "root_device": {"size": ">= 60", "rotational": false},
      "retired": true, "retired_reason": "out of warranty", "protected": true, "deploy_interface": "fake",
      "boot_interface": "pxe"
      """;

  private final MemoryNodeStore nodes;
  private final Caller caller;

  NodeDetailsTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemoryRecords tasks,
      @Autowired MemoryHoldStore holds,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.caller = new Caller(port);
    nodes.clear();
    tasks.clear();
    holds.clear();
  }

  @BeforeEach
  void register() {
    caller.post("/v1/nodes", Samples.node(MAC));
  }

  private NodeDetails stored() {
    return Objects.requireNonNull(nodes.find(1)).details();
  }

  private String fault(String body) {
    return caller.patch("/v1/nodes/1", body).fault("badRequest");
  }

  @Test
  void everythingIsSaidAndShown() {
    assertThat(caller.get("/v1/nodes/1").body())
        .contains(
            "\"resource_class\":null,\"traits\":[],\"properties\":{},\"root_device\":{},"
                + "\"retired\":false,\"retired_reason\":null,\"protected\":false,"
                + "\"protected_reason\":null,\"deploy_interface\":null,\"boot_interface\":null");
    var answer = caller.patch("/v1/nodes/1", "{" + SAID + "}");
    assertThat(answer.body()).contains(SHOWN);
    assertThat(caller.get("/v1/nodes/1").body()).contains(SHOWN);
    assertThat(caller.patch("/v1/nodes/1", "{" + SAID + "}").body())
        .as("it was so already")
        .contains("\"version\":1");
  }

  @Test
  void aDeployerThatIsNotEnabledIsRefusedAndNoOtherChange() {
    String refusal =
        "deploy_interface names no deployer that is enabled (enabled_deploy_interfaces in [novabm]); enabled: agent, fake";
    assertThat(fault("{\"deploy_interface\": \"iscsi\"}")).isEqualTo(refusal);
    assertThat(fault("{\"deploy_interface\": \"a b\"}"))
        .isEqualTo(
            "deploy_interface is wrong: the name of a back end has 1 to 64 letters, digits and . _ -");
    String body =
        Samples.node("52:54:00:ac:00:02").replaceFirst("\\{", "{\"deploy_interface\": \"iscsi\",");
    assertThat(caller.post("/v1/nodes", body).fault("badRequest")).isEqualTo(refusal);
    assertThat(fault("{\"boot_interface\": \"cd\"}"))
        .isEqualTo(
            "boot_interface names nothing that boots the ramdisk of a deployer that is enabled; there are: fake, pxe");
    caller.patch("/v1/nodes/1", "{\"deploy_interface\": \"fake\"}");
    assertThat(stored().backends().deploy()).isEqualTo("fake");
    caller.patch("/v1/nodes/1", "{\"deploy_interface\": \"\"}");
    assertThat(stored().backends().deploy()).isNull();

    Node gone =
        Objects.requireNonNull(nodes.find(1))
            .with(stored().withBackends(new NodeBackends("uninstalled", "gone")));
    nodes.update(gone);
    assertThat(caller.patch("/v1/nodes/1", "{\"cpus\": 9}").status()).isEqualTo(200);
  }

  @Test
  void aNodeIsRegisteredWithAllOfIt() {
    nodes.clear();
    String body = Samples.node(MAC).replaceFirst("\\{", "{" + SAID + ",");
    assertThat(caller.post("/v1/nodes", body).body()).contains(SHOWN);
  }

  @Test
  void whatIsNotNamedStaysAndEmptyTakesAway() {
    caller.patch("/v1/nodes/1", "{" + SAID + "}");
    caller.patch("/v1/nodes/1", "{\"traits\": [\"CUSTOM_A\"]}");
    assertThat(stored().properties()).containsEntry("rack", "r7");
    assertThat(stored().retirement()).isEqualTo("out of warranty");
    caller.patch("/v1/nodes/1", "{\"retired_reason\": \"sold\", \"retired\": true}");
    assertThat(stored().retirement()).isEqualTo("sold");
    caller.patch(
        "/v1/nodes/1",
        "{\"resource_class\": \"\", \"traits\": [], \"properties\": {}, \"root_device\": {},"
            + " \"retired\": false, \"protected\": false, \"deploy_interface\": \"\","
            + " \"boot_interface\": \"\"}");
    assertThat(stored()).isEqualTo(NodeDetails.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"traits": ["custom_raid"]}             | traits         | 'custom_raid' is no trait
          {"traits": ["CUSTOM RAID"]}             | traits         | 'CUSTOM RAID' is no trait
          {"traits": ["_X"]}                      | traits         | '_X' is no trait
          {"traits": [""]}                        | traits         | '' is no trait
          {"traits": [null]}                      | traits         | must not hold null
          {"resource_class": "a b"}               | resource_class | 1 to 80 printable characters
          {"resource_class": "--"}                | resource_class | one of them a letter or digit
          {"properties": {"a b": "c"}}            | properties     | the name of a property has
          {"properties": {"a": null}}             | properties     | the value of property a
          {"root_device": {"size": "huge"}}       | root_device    | root device hint size is a whole number of GiB
          {"root_device": {"size": 1.5}}          | root_device    | root device hint size is neither a text
          {"root_device": {"colour": "red"}}      | root_device    | 'colour' is not a root device hint; there are size, rotational, by_path, hctl
          {"root_device": {"serial": ["a"]}}      | root_device    | root device hint serial is neither
          {"root_device": {"rotational": "maybe"}}| root_device    | root device hint rotational is true or false
          {"retired_reason": "old"}               | retired_reason | must be left out unless the node is retired
          {"protected": false, "protected_reason": "x"} | protected_reason | must be left out unless
          """)
  void whatIsWrongIsNamedAndChangesNothing(String body, String field, String message) {
    assertThat(fault(body)).startsWith(field + " ").contains(message);
    assertThat(stored()).isEqualTo(NodeDetails.NONE);
  }

  @Test
  void allOfItHasBounds() {
    assertThat(caller.patch("/v1/nodes/1", "{\"traits\":[\"" + "A".repeat(255) + "\"]}").status())
        .isEqualTo(200);
    assertThat(fault("{\"traits\":[\"" + "A".repeat(256) + "\"]}")).contains("is no trait");
    assertThat(fault("{\"traits\":[" + "\"A\",".repeat(50) + "\"A\"]}"))
        .contains("at most 50 entries");
    assertThat(fault("{\"resource_class\":\"" + "a".repeat(81) + "\"}")).contains("1 to 80");
    assertThat(fault("{\"properties\":{\"a\":\"" + "x".repeat(256) + "\"}}"))
        .contains("at most 255");
    StringBuilder many = new StringBuilder("\"p\":\"\"");
    for (int i = 0; i < 64; i++) {
      many.append(",\"p").append(i).append("\":\"\"");
    }
    assertThat(fault("{\"properties\":{" + many + "}}")).contains("at most 64 properties");
    assertThat(fault("{\"root_device\":{\"serial\":\"" + "x".repeat(256) + "\"}}"))
        .contains("at most 255");
    assertThat(fault("{\"retired\":true,\"retired_reason\":\"" + "x".repeat(256) + "\"}"))
        .contains("at most 255");
  }

  @Test
  void aProtectedNodeIsDeletedByForceAlone() {
    caller.patch("/v1/nodes/1", "{\"protected\":true,\"protected_reason\":\"only copy\"}");
    assertThat(caller.send("DELETE", "/v1/nodes/1", "").fault("conflictingRequest"))
        .isEqualTo(
            "node 1 (52:54:00:ac:00:01) is protected: only copy; take its protection off first,"
                + " or force the deletion");
    assertThat(caller.send("DELETE", "/v2/os-baremetal-nodes/1", "").status()).isEqualTo(409);
    assertThat(caller.send("DELETE", "/v1/nodes/1?force=true", "").status()).isEqualTo(204);
  }
}
