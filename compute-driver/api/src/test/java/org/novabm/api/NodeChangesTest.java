package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.memory.MemorySwitchStore;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.novabm.task.Plan;
import org.novabm.task.PlannedStep;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The devices know of nodes that got another BMC, and numbers of nodes begin anew in each test. */
@OverHttp
@DirtiesContext
class NodeChangesTest {

  private static final String MAC = "52:54:00:ac:00:01";

  private final MemoryNodeStore nodes;
  private final MemoryRecords tasks;
  private final Caller caller;

  NodeChangesTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemorySwitchStore switches,
      @Autowired MemoryRecords tasks,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.caller = new Caller(port);
    nodes.clear();
    switches.clear();
    tasks.clear();
  }

  @BeforeEach
  void register() {
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    caller.post("/v1/nodes", Samples.node(MAC));
  }

  private Node stored() {
    return Objects.requireNonNull(nodes.find(1));
  }

  @Test
  void changesEverythingThatIsNamed() {
    var answer =
        caller.patch(
            "/v1/nodes/" + MAC,
            """
            {"version": 0, "address": "10.0.0.8", "cpus": 16, "memory_mb": 32768, "local_gb": 900,
             "power": {"address": "[fd00::8]:6230", "user": "operator", "password": "new",
                       "manager": "fake"},
             "terminal_port": 8023, "firmware": "uefi", "switch_id": 1, "switch_port": "p7"}
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"address\":\"10.0.0.8\",\"cpus\":16,\"memory_mb\":32768,\"local_gb\":900")
        .contains("{\"address\":\"[fd00::8]:6230\",\"user\":\"operator\",\"manager\":\"fake\"")
        .contains("\"firmware\":\"uefi\",\"terminal_port\":8023,\"switch_id\":1")
        .contains("\"switch_port\":\"p7\"")
        .contains("\"version\":1")
        .doesNotContain("password");
    assertThat(nodes.open(1).password().reveal()).isEqualTo("new");
    assertThat(stored().macs()).extracting(Object::toString).containsExactly(MAC);
  }

  @Test
  void whatIsNotNamedStays() {
    Node before = stored();
    assertThat(caller.patch("/v1/nodes/1", "{\"cpus\": 9, \"power\": {}}").status()).isEqualTo(200);
    assertThat(stored())
        .usingRecursiveComparison()
        .ignoringFields("capacity.cpus", "version")
        .isEqualTo(before);
    assertThat(stored().capacity().cpus()).isEqualTo(9);

    caller.patch("/v1/nodes/1", "{\"power\": {\"address\": \"10.1.0.9\"}}");
    assertThat(stored().power().display()).isEqualTo("10.1.0.9");
    assertThat(stored().power().user()).isEqualTo("root");
    assertThat(nodes.open(1).password().reveal()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void whatIsSoAlreadyWritesNothing() {
    assertThat(caller.patch("/v1/nodes/1", "{\"cpus\": 8}").status()).isEqualTo(200);
    assertThat(caller.patch("/v1/nodes/1", "{}").status()).isEqualTo(200);
    assertThat(stored().version()).isZero();
  }

  @Test
  void aSwitchPortIsGivenAnotherAndTakenAway() {
    caller.patch("/v1/nodes/1", "{\"switch_id\": 1, \"switch_port\": \"p1\"}");
    caller.patch("/v1/nodes/1", "{\"switch_port\": \"p2\"}");
    assertThat(Objects.requireNonNull(stored().switchPort()).port().text()).isEqualTo("p2");
    caller.patch("/v1/nodes/1", "{\"switch_id\": null}");
    assertThat(stored().switchPort()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"cpus": 0}                       | cpus          | cpus must be a whole number from 1 to 65536, not 0
          {"cpus": "many"}                  | cpus          | cpus must be a whole number
          {"uuid": "7"}                     | uuid          | uuid is not known; known here: address, boot_interface, cpus, deploy_interface, firmware, local_gb, memory_mb, power, properties, protected, protected_reason, resource_class, retired, retired_reason, root_device, switch_id, switch_port, terminal_port, traits, version
          {"macs": []}                      | macs          | macs is not known; known here: address, boot_interface, cpus, deploy_interface, firmware, local_gb, memory_mb, power, properties, protected, protected_reason, resource_class, retired, retired_reason, root_device, switch_id, switch_port, terminal_port, traits, version
          {"firmware": "efi"}               | firmware      | firmware must be one of bios, uefi
          {"terminal_port": 65536}          | terminal_port | terminal_port must be a whole number from 0 to 65535, not 65536
          {"switch_port": "p1"}             | switch_id     | switch_id is missing
          {"switch_id": 1}                  | switch_port   | switch_port is missing
          {"switch_id": null, "switch_port": "p1"} | switch_port | switch_port must be left out when switch_id is null
          {"switch_id": "1", "switch_port": "p1"}  | switch_id | switch_id must be a whole number, or null for none
          {"switch_id": 1.5, "switch_port": "p1"}  | switch_id | switch_id must be a whole number, or null for none
          {"switch_id": 4, "switch_port": "p1"}    | switch_id | switch_id names no switch: there is no switch 4
          {"switch_id": 1, "switch_port": "p 1;"}  | switch_port | switch_port is wrong: 'p 1;' is not a port name: 1 to 64 letters, digits and . _ : / -, a letter or digit first
          {"power": {"address": "10.1.0.7:ipmi"}}  | power.address | power.address is wrong: the port of address 10.1.0.7:ipmi is not a number
          {"power": {"address": ""}}        | power.address | power.address must not be empty
          {"power": {"address": "several"}} | power.address | power.address is wrong: it names several devices
          {"power": {"user": "ro\\u0000t"}} | power.user    | power.user must not hold control characters
          {"power": {"manager": "drac"}}    | power.manager | power.manager names no installed power manager; installed: fake, ipmi
          """)
  void saysWhichFieldIsWrongAndChangesNothing(String body, String field, String message) {
    var answer = caller.patch("/v1/nodes/1", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fault("badRequest")).isEqualTo(message);
    assertThat(answer.json().required("badRequest").required("field").asString()).isEqualTo(field);
    assertThat(stored().version()).isZero();
  }

  @Test
  void whoReadAnOldVersionIsToldWhatItIsNow() {
    caller.patch("/v1/nodes/1", "{\"cpus\": 16, \"power\": {\"password\": \"another\"}}");
    assertThat(
            caller
                .patch(
                    "/v1/nodes/1",
                    "{\"version\": 0, \"cpus\": 9, \"power\": {\"password\": \"mine\"}}")
                .fault("conflictingRequest"))
        .isEqualTo(
            "node 1 (52:54:00:ac:00:01) was changed meanwhile: its version is 1, not 0,"
                + " with cpus 16, another power.password; read it, and change it again");
    assertThat(caller.patch("/v1/nodes/1", "{\"version\": 0, \"cpus\": 16}").status())
        .isEqualTo(409);
    assertThat(stored().capacity().cpus()).isEqualTo(16);
    assertThat(caller.patch("/v1/nodes/1", "{\"version\": 1, \"cpus\": 9}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aNodeUnderATaskStaysAsItIs(boolean claimed) {
    if (claimed) {
      nodes.claim(1, new Occupant(Samples.INSTANCE, null));
    }
    UUID task = UUID.randomUUID();
    tasks.put(Samples.task(task, Verb.REBUILD));
    String reason =
        caller
            .patch("/v1/nodes/1", "{\"power\": {\"address\": \"10.1.0.9\"}}")
            .fault("conflictingRequest");
    assertThat(reason)
        .isEqualTo(
            "rebuild is under way at node 1 (52:54:00:ac:00:01) (task %s); change the node when it is over, or cancel it first"
                .formatted(task));
    assertThat(stored().power().display()).isEqualTo("10.1.0.7:6230");

    tasks.put(Samples.ended(task, Verb.REBUILD, Outcome.DONE, null));
    assertThat(caller.patch("/v1/nodes/1", "{\"power\": {\"address\": \"10.1.0.9\"}}").status())
        .isEqualTo(200);
    assertThat(stored().isFree()).isEqualTo(!claimed);
  }

  @Test
  void aNodeThatADeploymentHasJustClaimedStaysAsItIs() {
    nodes.claim(1, new Occupant(Samples.INSTANCE, null));
    Task.Head head =
        new Task.Head(
            UUID.randomUUID(),
            Verb.DEPLOY,
            ProvisionState.AVAILABLE,
            Samples.INSTANCE,
            Samples.BEGUN);
    tasks.put(Task.begin(head, new Plan(List.of(PlannedStep.step("claim")), List.of()), null));
    assertThat(caller.patch("/v1/nodes/1", "{\"firmware\": \"uefi\"}").fault("conflictingRequest"))
        .startsWith("deploy is under way at node 1");
  }

  @Test
  void aBmcOrAPortOfAnotherNodeIsRefused() {
    caller.patch("/v1/nodes/1", "{\"switch_id\": 1, \"switch_port\": \"p1\"}");
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:02"));
    assertThat(
            caller
                .patch("/v1/nodes/2", "{\"power\": {\"address\": \"10.1.0.7:6230\"}}")
                .fault("conflictingRequest"))
        .contains("BMC 10.1.0.7:6230 is that of node 1");
    assertThat(
            caller
                .patch("/v1/nodes/2", "{\"switch_id\": 1, \"switch_port\": \"p1\"}")
                .fault("conflictingRequest"))
        .contains("port p1 of switch 1 is where node 1 is plugged in");
    assertThat(caller.patch("/v1/nodes/3", "{\"cpus\": 1}").status()).isEqualTo(404);
  }
}
