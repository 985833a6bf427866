package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.device.PowerRecord;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryPowerBook;
import org.novabm.memory.MemoryRecords;
import org.novabm.memory.MemorySwitchStore;
import org.novabm.node.Occupant;
import org.novabm.spi.power.PowerState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class NodesTest {

  private static final String MAC = "52:54:00:ac:00:01";

  private final MemoryNodeStore nodes;
  private final MemorySwitchStore switches;
  private final MemoryRecords tasks;
  private final MemoryPowerBook power;
  private final Caller caller;

  NodesTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemorySwitchStore switches,
      @Autowired MemoryRecords tasks,
      @Autowired MemoryPowerBook power,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.power = power;
    this.switches = switches;
    this.tasks = tasks;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    nodes.clear();
    power.clear();
    switches.clear();
    tasks.clear();
  }

  @Test
  void registersANodeWithEverything() {
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    var answer =
        caller.post(
            "/v1/nodes",
            """
            {"address": "10.0.0.7", "macs": ["52:54:00:AC:00:01", "52:54:00:ac:00:02"], "cpus": 8,
             "memory_mb": 16384, "local_gb": 500, "firmware": "uefi", "switch_id": 1,
             "switch_port": "ge-0/0/7", "service_host": "rack2",
             "uuid": "22222222-0000-4000-8000-000000000002",
             "power": {"address": "[fd00::7]:6230", "user": "root", "password": "x",
                       "manager": "nova.virt.baremetal.ipmi.IPMI"}}
            """);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.whole().headers().firstValue("Location")).hasValue("/v1/nodes/1");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":1,"uuid":"22222222-0000-4000-8000-000000000002","service_host":"rack2",\
            "address":"10.0.0.7","cpus":8,"memory_mb":16384,"local_gb":500,\
            "power":{"address":"[fd00::7]:6230","user":"root","manager":"nova.virt.baremetal.ipmi.IPMI",\
            "state":"unknown","since":null},\
            "firmware":"uefi","terminal_port":0,"switch_id":1,"switch_port":"ge-0/0/7",\
            "interfaces":[{"id":1,"mac":"52:54:00:ac:00:01","vif_uuid":null},\
            {"id":2,"mac":"52:54:00:ac:00:02","vif_uuid":null}],"task_state":null,\
            "provision_state":"available","occupant":null,\
            "updated_at":"2026-03-04T05:06:07.123Z","version":0,"resource_class":null,"traits":[],\
            "properties":{},"root_device":{},"retired":false,"retired_reason":null,\
            "protected":false,"protected_reason":null,"deploy_interface":null,"boot_interface":null,"maintenance":[]}""");
    assertThat(nodes.open(1).password().reveal()).isEqualTo("x");
  }

  @Test
  void manyAreRegisteredTogether() {
    String two =
        "{\"nodes\": [%s, %s]}"
            .formatted(Samples.node("52:54:00:ac:00:01"), Samples.node("52:54:00:ac:00:02"));
    Caller.Answer answer = caller.post("/v1/nodes/batch", two);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("nodes").size()).isEqualTo(2);
    assertThat(answer.json().path("nodes").get(1).path("id").asLong()).isEqualTo(2);
    assertThat(answer.body()).doesNotContain(Samples.PASSWORD);
    assertThat(nodes.open(2).password().reveal()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void whatIsWrongWithOneOfManyIsSaidWithItsPlace() {
    String wrong =
        "{\"nodes\": [%s, %s]}"
            .formatted(
                Samples.node("52:54:00:ac:00:01"),
                Samples.node("52:54:00:ac:00:02").replace("\"cpus\": 8", "\"cpus\": 0"));
    assertThat(caller.post("/v1/nodes/batch", wrong).fault("badRequest"))
        .contains("nodes[1].cpus must be");
    assertThat(caller.post("/v1/nodes/batch", "{\"nodes\": []}").fault("badRequest"))
        .contains("nodes must hold 1 to 1000");
    assertThat(nodes.list(0, 10)).isEmpty();
  }

  @Test
  void nodesAreShownWithoutOpeningAPassword() {
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    nodes.openings.set(0);
    assertThat(caller.get("/v1/nodes").status()).isEqualTo(200);
    assertThat(caller.get("/v1/nodes/1").status()).isEqualTo(200);
    assertThat(caller.patch("/v1/nodes/1", "{\"cpus\": 9}").status()).isEqualTo(200);
    assertThat(nodes.openings).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cpus": 8            | cpus": 0              | cpus      | cpus must be a whole number from 1 to 65536, not 0
          cpus": 8            | cpus": "many"         | cpus      | cpus must be a whole number
          cpus": 8            | cpus": 1.5            | cpus      | cpus must be a whole number
          cpus": 8            | cpu": 8               | cpu       | cpu is not known; known here: address, boot_interface, cpus, deploy_interface, firmware, local_gb, mac, macs, memory_mb, power, properties, protected, protected_reason, provision_state, resource_class, retired, retired_reason, root_device, service_host, switch_id, switch_port, traits, uuid
          "local_gb": 500     | "firmware": "bios"    | local_gb  | local_gb is missing
          "local_gb": 500     | "local_gb": 5, "firmware": "efi" | firmware | firmware must be one of bios, uefi
          "local_gb": 500     | "local_gb": 5, "uuid": "7" | uuid | uuid must be a UUID such as 6f70656e-7374-4163-8b00-000000000001
          "local_gb": 500     | "local_gb": 5, "switch_id": 4, "switch_port": "p1" | switch_id | switch_id names no switch: there is no switch 4
          "local_gb": 500     | "local_gb": 5, "switch_port": "p1" | switch_id | switch_id is missing
          "local_gb": 500     | "local_gb": 5, "switch_id": 4, "switch_port": "p 1;" | switch_port | switch_port is wrong: 'p 1;' is not a port name: 1 to 64 letters, digits and . _ : / -, a letter or digit first
          "local_gb": 500     | "local_gb": 5, "macs": "x" | macs | macs must be a list
          "local_gb": 500     | "local_gb": 5, "macs": [null] | macs | macs must not hold null
          "local_gb": 500     | "local_gb": 5, "macs": ["52:54:00:ac:00:01"] | macs | macs must not hold an address twice
          "mac": "52:54:00:ac:00:01", | ''            | mac       | mac is missing; give mac, or macs with the one that boots first
          "mac": "52:54:00:ac:00:01"  | "mac": "52:54" | mac      | mac is wrong: '52:54' is not a MAC address of the form xx:xx:xx:xx:xx:xx
          "10.1.0.7:6230"     | "10.1.0.7:ipmi"       | power.address | power.address is wrong: the port of address 10.1.0.7:ipmi is not a number
          "10.1.0.7:6230"     | ""                    | power.address | power.address must not be empty
          "user": "root"      | "user": "ro\\u0000ot" | power.user | power.user must not hold control characters
          "user": "root"      | "user": "root", "manager": "drac" | power.manager | power.manager names no installed power manager; installed: fake, ipmi
          """)
  void saysWhichFieldIsWrong(String what, String instead, String field, String message) {
    String body = Samples.node(MAC).replace(what, instead);
    assertThat(body).isNotEqualTo(Samples.node(MAC));

    var answer = caller.post("/v1/nodes", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fault("badRequest")).isEqualTo(message);
    assertThat(answer.json().required("badRequest").required("field").asString()).isEqualTo(field);
    assertThat(nodes.list(0, 10)).isEmpty();
  }

  @Test
  void showsWhatIsKnownOfThePower() {
    for (int i = 1; i <= 3; i++) {
      caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:0" + i));
    }
    power.write(new PowerRecord(1, PowerState.ON, null, SmallService.NOW));
    power.write(
        new PowerRecord(2, null, "10.1.0.7: no answer; is it plugged in?", SmallService.NOW));

    var first = caller.get("/v1/nodes/1").json().required("power");
    assertThat(first.required("state").asString()).isEqualTo("on");
    assertThat(first.required("since").asString()).isEqualTo("2026-03-04T05:10:00.000Z");
    assertThat(first.has("trouble")).isFalse();

    var all = caller.get("/v1/nodes").json().required("nodes");
    var second = all.get(1).required("power");
    assertThat(second.required("state").asString()).isEqualTo("unknown");
    assertThat(second.required("trouble").asString()).contains("plugged in");
    assertThat(all.get(2).required("power").required("since").isNull()).isTrue();
  }

  @Test
  void refusesAMacThatIsTaken() {
    caller.post("/v1/nodes", Samples.node(MAC));
    assertThat(caller.post("/v1/nodes", Samples.node(MAC)).fault("conflictingRequest"))
        .isEqualTo("MAC address 52:54:00:ac:00:01 belongs to node 1");
  }

  @Test
  void listsInPages() {
    for (int i = 1; i <= 3; i++) {
      caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:0" + i));
    }
    var first = caller.get("/v1/nodes?limit=2").json();
    assertThat(first.required("nodes").size()).isEqualTo(2);
    assertThat(first.required("next").asString()).isEqualTo("/v1/nodes?limit=2&marker=2");

    var second = caller.get(first.required("next").asString()).json();
    assertThat(second.required("nodes").size()).isEqualTo(1);
    assertThat(second.required("nodes").get(0).required("id").asInt()).isEqualTo(3);
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void refusesPagesItDoesNotHave() {
    assertThat(caller.get("/v1/nodes?limit=0").fault("badRequest"))
        .isEqualTo("limit must be a whole number from 1 to 1000, not 0");
    assertThat(caller.get("/v1/nodes?limit=1001").status()).isEqualTo(400);
    assertThat(caller.get("/v1/nodes?marker=x").fault("badRequest"))
        .isEqualTo("marker must be a whole number");
  }

  @ParameterizedTest
  @CsvSource({"1", "22222222-0000-4000-8000-000000000002", "52:54:00:AC:00:01"})
  void findsANodeByAnyOfItsNames(String ref) {
    String uuid = "{\"uuid\": \"22222222-0000-4000-8000-000000000002\",";
    caller.post("/v1/nodes", Samples.node(MAC).replaceFirst("\\{", uuid));
    assertThat(caller.get("/v1/nodes/" + ref).json().required("id").asInt()).isEqualTo(1);
    assertThat(caller.delete("/v1/nodes/" + ref).status()).isEqualTo(204);
    assertThat(caller.get("/v1/nodes/" + ref).fault("itemNotFound"))
        .isEqualTo(
            "there is no node '%s'; name it by its number, uuid or MAC address".formatted(ref));
    assertThat(caller.delete("/v1/nodes/" + ref).status()).isEqualTo(404);
  }

  @Test
  void showsTheOccupantAndWhatIsDoneForIt() {
    caller.post("/v1/nodes", Samples.node(MAC));
    nodes.claim(1, new Occupant(Samples.INSTANCE, "instance-00000007"));
    tasks.put(Samples.instance());
    tasks.put(Samples.task(UUID.randomUUID(), Verb.DEPLOY), Samples.waiting());

    var node = caller.get("/v1/nodes/1").json();

    assertThat(node.required("occupant").toString())
        .isEqualTo(
            "{\"instance_uuid\":\"%s\",\"name\":\"instance-00000007\"}"
                .formatted(Samples.INSTANCE));
    var instance = node.required("instance");
    assertThat(instance.required("state").asString()).isEqualTo("building");
    assertThat(instance.required("task").required("step").asString()).isEqualTo("wait_call_back");
    assertThat(instance.required("task").required("timeline").size()).isEqualTo(1);
    assertThat(caller.get("/v1/nodes").body()).doesNotContain("\"instance\"");
  }

  @Test
  void saysWhereANodeIsInItsLifeAndWhatMayBeAskedForThere() {
    caller.post("/v1/nodes", Samples.node(MAC));
    assertThat(caller.get("/v1/nodes/1").json().required("allowed").toString())
        .isEqualTo("[\"manage\",\"release\"]");

    nodes.claim(1, new Occupant(Samples.INSTANCE, null));
    var node = caller.get("/v1/nodes/1").json();
    assertThat(node.required("provision_state").asString()).isEqualTo("deploying");
    assertThat(node.required("allowed").toString()).isEqualTo("[\"release\"]");
    assertThat(node.required("task_state").asString()).isEqualTo("building");
    assertThat(node.has("instance")).isFalse();

    var listed = caller.get("/v1/nodes").json().required("nodes").get(0);
    assertThat(listed.required("provision_state").asString()).isEqualTo("deploying");
    assertThat(listed.has("allowed")).isFalse();
  }

  @Test
  void takesABusyNodeAwayOnlyByForce() {
    caller.post("/v1/nodes", Samples.node(MAC));
    nodes.claim(1, new Occupant(Samples.INSTANCE, null));
    assertThat(caller.delete("/v1/nodes/1").fault("conflictingRequest"))
        .contains(Samples.INSTANCE.toString());
    assertThat(caller.delete("/v1/nodes/1?force=maybe").fault("badRequest"))
        .isEqualTo("force must be true or false");
    assertThat(caller.delete("/v1/nodes/1?force=true").status()).isEqualTo(204);
  }
}
