package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Occupant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operator asks of a node. */
@OverHttp
class NodeStatesTest {

  private static final String PROVISION = "/v1/nodes/1/states/provision";

  private final MemoryNodeStore nodes;
  private final MemoryRecords tasks;
  private final Caller caller;

  NodeStatesTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemoryRecords tasks,
      @Autowired MemoryHoldStore holds,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.caller = new Caller(port);
    holds.clear();
  }

  @BeforeEach
  void register() {
    nodes.clear();
    tasks.clear();
    caller.post(
        "/v1/nodes",
        Samples.node("52:54:00:ac:00:01").replaceFirst("\\{", "{\"provision_state\":\"enroll\","));
  }

  @Test
  void aNodeIsRegisteredWithoutBeingOffered() {
    var node = caller.get("/v1/nodes/1").json();
    assertThat(node.required("provision_state").asString()).isEqualTo("enroll");
    assertThat(node.required("allowed").toString()).isEqualTo("[\"manage\"]");
    assertThat(
            caller
                .post(
                    "/v1/nodes",
                    Samples.node("52:54:00:ac:00:02")
                        .replaceFirst("\\{", "{\"provision_state\":\"active\","))
                .fault("badRequest"))
        .contains("provision_state");
  }

  @Test
  void aVerbBecomesATask() {
    var answer = caller.send("PUT", PROVISION, "{\"target\":\"manage\"}");
    assertThat(answer.status()).isEqualTo(202);
    UUID task = UUID.fromString(answer.json().required("task").asString());
    assertThat(answer.json().required("href").asString()).isEqualTo("/v1/tasks/" + task);
    assertThat(tasks.find(task)).isNotNull().matches(it -> it.verb() == Verb.MANAGE);

    var again = caller.send("PUT", PROVISION, "{\"target\":\"manage\"}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().required("note").asString()).isEqualTo("it is on its way");
    assertThat(
            caller.send("PUT", PROVISION, "{\"target\":\"provide\"}").fault("conflictingRequest"))
        .contains("a manage is under way");
  }

  @Test
  void whatTheStateDoesNotAllowIsAConflictThatSaysWhatItDoes() {
    assertThat(
            caller.send("PUT", PROVISION, "{\"target\":\"provide\"}").fault("conflictingRequest"))
        .endsWith("is enroll; what can be asked for now: manage");
    assertThat(caller.send("PUT", PROVISION, "{\"target\":\"explode\"}").fault("badRequest"))
        .contains("target");
    assertThat(
            caller
                .send("PUT", "/v1/nodes/9/states/provision", "{\"target\":\"manage\"}")
                .fault("itemNotFound"))
        .contains("there is no node");
  }

  @Test
  void anInstanceKeepsItsNode() {
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:02"));
    nodes.claim(2, new Occupant(Samples.INSTANCE, null));
    assertThat(
            caller
                .send("PUT", "/v1/nodes/2/states/provision", "{\"target\":\"manage\"}")
                .fault("conflictingRequest"))
        .contains("destroy that first");
  }

  private Caller.Answer ask(String body) {
    return caller.send("PUT", PROVISION, body);
  }

  @Test
  void aMachineThatRunsIsAdoptedWithWhatIsSaidOfIt() {
    nodes.change(1, ProvisionState.MANAGEABLE, null);
    var answer =
        ask(
            """
            {"target":"adopt","instance":{"instance_uuid":"%s","name":"web 1",
             "image":{"id":"debian-13"},"networks":[{"id":"net-a","vlan":101}]}}
            """
                .formatted(Samples.INSTANCE));
    assertThat(answer.status()).isEqualTo(202);
    Instance made = Objects.requireNonNull(tasks.findInstance(Samples.INSTANCE));
    assertThat(made.request().name()).isEqualTo("web 1");
    assertThat(made.request().hostname()).isEqualTo("web-1");
    assertThat(made.request().image().reference()).isEqualTo("debian-13");
    assertThat(made.request().flavor().memoryMb()).isEqualTo(16384);
    assertThat(made.request().networks()).hasSize(1);
    assertThat(made.node()).isEqualTo(1);
    assertThat(tasks.findByNode(1)).isNotNull().matches(it -> it.verb() == Verb.ADOPT);
    assertThat(ask("{\"target\":\"adopt\"}").fault("conflictingRequest"))
        .contains("an adopt is under way");
  }

  @Test
  void anAdoptedMachineOfWhichNothingIsSaidHasAUuidOfItsOwn() {
    nodes.change(1, ProvisionState.MANAGEABLE, null);
    assertThat(ask("{\"target\":\"adopt\"}").status()).isEqualTo(202);
    Instance made = tasks.listInstances(true, 9).getFirst();
    assertThat(made.request().name()).startsWith("instance-");
    assertThat(made.request().image().reference()).isEqualTo("unknown");
  }

  @Test
  void anInstanceThatIsThereIsNotAdoptedOnceMore() {
    nodes.change(1, ProvisionState.MANAGEABLE, null);
    tasks.put(Samples.instance());
    assertThat(
            ask("{\"target\":\"adopt\",\"instance\":{\"instance_uuid\":\"%s\"}}"
                    .formatted(Samples.INSTANCE))
                .fault("conflictingRequest"))
        .startsWith("there is an instance " + Samples.INSTANCE + " already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"target":"manage","instance":{}}                        | instance belongs to adopt; leave it out
          {"target":"manage","force":true}                         | force belongs to release; leave it out
          {"target":"provide","reason":"x"}                        | reason belongs to release; leave it out
          {"target":"adopt","instance":{"instance_uuid":"7"}}      | instance_uuid must be a UUID such as 6f70656e-7374-4163-8b00-000000000001
          {"target":"adopt","instance":{"node":"22222222-0000-4000-8000-000000000002"}} | node is the one that is adopted; leave it out
          {"target":"release","force":"yes"}                       | force must be true or false
          """)
  void whatIsWrongIsNamed(String body, String message) {
    assertThat(ask(body).fault("badRequest")).isEqualTo(message);
    assertThat(tasks.list(true, 9)).isEmpty();
  }

  private void occupy() {
    nodes.change(1, ProvisionState.AVAILABLE, null);
    assertThat(nodes.claim(1, new Occupant(Samples.INSTANCE, null))).isTrue();
  }

  @Test
  void aNodeIsReleasedByForceAlone() {
    occupy();
    tasks.put(Samples.instance());
    assertThat(ask("{\"target\":\"release\"}").fault("conflictingRequest"))
        .contains("instance " + Samples.INSTANCE + " is on node 1");
    var answer = ask("{\"target\":\"release\",\"force\":true,\"reason\":\"burnt\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(tasks.findByNode(1)).isNotNull().matches(it -> it.verb() == Verb.RELEASE);
    assertThat(Objects.requireNonNull(tasks.findInstance(Samples.INSTANCE)).fault())
        .isEqualTo("released by force, by 127.0.0.1: burnt");
    assertThat(ask("{\"target\":\"release\",\"force\":true}").status()).isEqualTo(202);
    assertThat(
            ask("{\"target\":\"release\",\"reason\":\"" + "x".repeat(256) + "\"}")
                .fault("badRequest"))
        .isEqualTo("reason must have at most 255 characters");
  }

  @Test
  void aTaskUnderWayIsGivenUpBeforeTheRelease() {
    occupy();
    UUID task = UUID.randomUUID();
    tasks.put(Samples.task(task, Verb.DEPLOY));
    var answer = ask("{\"target\":\"release\",\"force\":true}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().required("task").asString()).isEqualTo(task.toString());
    assertThat(answer.json().required("note").asString())
        .isEqualTo(
            "a deploy is under way at node 1 (52:54:00:ac:00:01) and is given up first; ask again"
                + " when task %s is over".formatted(task));
    assertThat(caller.get("/v1/nodes/1").body()).contains("\"maintenance\":[{\"name\":\"release\"");
  }

  @Test
  void aNodeThatNobodyIsOnHasNothingToLetGo() {
    var answer = ask("{\"target\":\"release\",\"force\":true}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().required("note").asString())
        .isEqualTo("nobody is on node 1 (52:54:00:ac:00:01), and it is enroll");
  }
}
