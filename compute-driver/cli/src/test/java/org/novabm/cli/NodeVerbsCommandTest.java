package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novabm.cli.Stage.Played;

/** Adopt and release by command. */
class NodeVerbsCommandTest {

  private static final String PROVISION = "PUT /v1/nodes/7/states/provision";

  private final StandInService service = new StandInService();
  private final Stage stage =
      new Stage(NovaBaremetalNodeManager::commandLine).api(service.address());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void adoptsWhatRunsAsItIsTold() {
    service.on(PROVISION, 202, "{\"node_id\":7,\"task\":\"t1\"}");
    service.on("GET /v1/tasks/t1", 200, "{\"id\":\"t\",\"verb\":\"adopt\",\"state\":\"done\"}");
    service.on("GET /v1/nodes/7", 200, StandInService.node("\"provision_state\":\"active\""));
    assertThat(
            stage.run(
                "adopt",
                "7",
                "--uuid",
                "11111111-0000-4000-8000-000000000001",
                "--name",
                "web1",
                "--image",
                "http://img/a.raw",
                "--memory-mb",
                "1024"))
        .isEqualTo(new Played(0, "node 7 is active\n", ""));
    assertThat(service.asked.getFirst())
        .isEqualTo(
            PROVISION
                + " {\"target\":\"adopt\",\"instance\":{\"instance_uuid\":"
                + "\"11111111-0000-4000-8000-000000000001\",\"name\":\"web1\","
                + "\"image\":{\"location\":\"http://img/a.raw\"},\"flavor\":{\"memory_mb\":1024}}}");
    stage.run("adopt", "7", "--no-wait");
    assertThat(service.asked.getLast()).isEqualTo(PROVISION + " {\"target\":\"adopt\"}");
  }

  @Test
  void asksOnceMoreWhenTheTaskThatWasInTheWayIsOver() {
    service.once(
        PROVISION, 202, "{\"node_id\":7,\"task\":\"t1\",\"note\":\"a deploy is given up first\"}");
    service.on(PROVISION, 202, "{\"node_id\":7,\"task\":\"t2\"}");
    service.once(
        "GET /v1/tasks/t1", 200, "{\"id\":\"t\",\"verb\":\"deploy\",\"state\":\"running\"}");
    service.on(
        "GET /v1/tasks/t1", 200, "{\"id\":\"t\",\"verb\":\"deploy\",\"state\":\"cancelled\"}");
    service.on("GET /v1/tasks/t2", 200, "{\"id\":\"t\",\"verb\":\"release\",\"state\":\"done\"}");
    service.on("GET /v1/nodes/7", 200, StandInService.node("\"provision_state\":\"manageable\""));
    assertThat(stage.run("release", "7", "--force", "--reason", "the rack burnt"))
        .isEqualTo(new Played(0, "node 7 is manageable\n", ""));
    String asked =
        PROVISION + " {\"target\":\"release\",\"force\":true,\"reason\":\"the rack burnt\"}";
    assertThat(service.asked)
        .containsExactly(
            asked,
            "GET /v1/tasks/t1",
            "GET /v1/tasks/t1",
            asked,
            "GET /v1/tasks/t2",
            "GET /v1/nodes/7");
  }

  @Test
  void saysWhyNothingIsToBeDoneOrItIsRefused() {
    service.once(PROVISION, 200, "{\"node_id\":7,\"task\":null,\"note\":\"nobody is on node 7\"}");
    assertThat(stage.run("release", "7")).isEqualTo(new Played(0, "nobody is on node 7\n", ""));
    service.once(
        PROVISION,
        409,
        "{\"conflictingRequest\":{\"code\":409,\"message\":\"instance i is on node 7\"}}");
    assertThat(stage.run("release", "7"))
        .isEqualTo(new Played(1, "", "nova-baremetal-nodemanager: instance i is on node 7\n"));
  }
}
