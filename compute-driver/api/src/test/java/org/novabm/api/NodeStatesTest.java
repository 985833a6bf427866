package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.lifecycle.Verb;
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
      @Autowired MemoryNodeStore nodes, @Autowired MemoryRecords tasks, @LocalServerPort int port) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.caller = new Caller(port);
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
}
