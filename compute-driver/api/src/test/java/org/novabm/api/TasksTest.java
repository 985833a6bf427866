package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryRecords;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Standing.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class TasksTest {

  private static final UUID ID = UUID.fromString("d0000000-0000-4000-8000-000000000007");

  private final MemoryRecords tasks;
  private final Caller caller;

  TasksTest(@Autowired MemoryRecords tasks, @LocalServerPort int port) {
    this.tasks = tasks;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    tasks.clear();
  }

  @Test
  void showsTheTimelineInMillisecondsAndTheProgress() {
    var task = Samples.task(ID, Verb.DEPLOY);
    tasks.put(
        task.with(task.standing().aborted(Abort.DESTROY)), Samples.claimed(), Samples.waiting());

    assertThat(caller.get("/v1/tasks/" + ID).body())
        .isEqualTo(
            """
            {"id":"d0000000-0000-4000-8000-000000000007","verb":"deploy",\
            "instance_uuid":"11111111-0000-4000-8000-000000000001","node_id":1,\
            "state":"running","direction":"forward","step":"wait_call_back",\
            "label":"wait for the agent's call","number":2,"attempt":3,\
            "created_at":"2026-03-04T05:09:00.000Z","since":"2026-03-04T05:09:02.000Z",\
            "age_ms":60000,"abort":"destroy","reason":null,"timeline":[\
            {"number":1,"step":"claim","label":"claim a node","status":"done","attempt":1,\
            "started_at":"2026-03-04T05:09:00.000Z","ended_at":"2026-03-04T05:09:00.012Z",\
            "duration_ms":12,"note":"node 1 of 3 that fit","progress":null},\
            {"number":2,"step":"wait_call_back","label":"wait for the agent's call",\
            "status":"waiting","attempt":3,"started_at":"2026-03-04T05:09:02.000Z",\
            "ended_at":null,"duration_ms":58000,"note":"no call",\
            "progress":{"done":7,"total":0,"unit":"calls"}}]}""");
  }

  @ParameterizedTest
  @EnumSource
  void anEndedTaskSaysHowItEndedAndStandsAtNoStep(Outcome outcome) {
    tasks.put(Samples.ended(ID, Verb.POWER_OFF, outcome, "power off: no answer"));

    var task = caller.get("/v1/tasks/" + ID).json();

    assertThat(task.required("verb").asString()).isEqualTo("power off");
    assertThat(task.required("state").asString()).isEqualToIgnoringCase(outcome.name());
    assertThat(task.required("step").isNull()).isTrue();
    assertThat(task.required("label").isNull()).isTrue();
    assertThat(task.required("reason").asString()).isEqualTo("power off: no answer");
  }

  @Test
  void aTaskOnItsWayBackShowsWhatIsUndone() {
    tasks.put(Samples.back(ID));
    var task = caller.get("/v1/tasks/" + ID).json();
    assertThat(task.required("direction").asString()).isEqualTo("back");
    assertThat(task.required("label").asString()).isEqualTo("release the node");
  }

  @Test
  void aStepOfAPlugInThatIsGoneShowsByItsName() {
    tasks.put(Samples.taskAt(ID, "polish_it"));
    assertThat(caller.get("/v1/tasks/" + ID).json().required("label").asString())
        .isEqualTo("polish_it");
    assertThat(caller.get("/v1/tasks").status()).isEqualTo(200);
  }

  @Test
  void listsThoseThatGoOn() {
    tasks.put(Samples.ended(UUID.randomUUID(), Verb.DEPLOY, Outcome.FAILED, "no node fits"));
    tasks.put(Samples.task(ID, Verb.DEPLOY), Samples.claimed());

    var live = caller.get("/v1/tasks").json().required("tasks");
    assertThat(live.size()).isEqualTo(1);
    assertThat(live.get(0).required("id").asString()).isEqualTo(ID.toString());
    assertThat(live.get(0).has("timeline")).isFalse();
    assertThat(caller.get("/v1/tasks?ended=true").json().required("tasks").size()).isEqualTo(2);
    var newest = caller.get("/v1/tasks?ended=true&limit=1").json().required("tasks");
    assertThat(newest.values()).hasSize(1);
    assertThat(newest.get(0).required("id").asString()).isEqualTo(ID.toString());
  }

  @Test
  void refusesWhatItDoesNotHave() {
    assertThat(caller.get("/v1/tasks/" + ID).fault("itemNotFound"))
        .isEqualTo("there is no task " + ID);
    assertThat(caller.get("/v1/tasks/7").fault("badRequest")).startsWith("id must be a UUID");
    assertThat(caller.get("/v1/tasks?ended=perhaps").fault("badRequest"))
        .isEqualTo("ended must be true or false");
    assertThat(List.of("/v1/tasks?limit=-1", "/v1/tasks?limit=1001", "/v1/instances?limit=0"))
        .allSatisfy(path -> assertThat(caller.get(path).status()).isEqualTo(400));
    assertThat(caller.get("/v1/deployments").status()).isEqualTo(404);
  }
}
