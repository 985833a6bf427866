package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.provisioning.Deployment.Asked;
import org.novabm.provisioning.ProvisionState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class DeploymentsTest {

  private static final UUID ID = UUID.fromString("d0000000-0000-4000-8000-000000000007");

  private final MemoryDeployments deployments;
  private final Caller caller;

  DeploymentsTest(@Autowired MemoryDeployments deployments, @LocalServerPort int port) {
    this.deployments = deployments;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    deployments.clear();
  }

  @Test
  void showsTheTimelineInMilliseconds() {
    var deployment =
        Samples.deployment(ID, ProvisionState.AWAITING_AGENT).withAsked(Asked.TERMINATE);
    deployments.save(deployment, Samples.claimed(), List.of());
    deployments.save(deployment, Samples.waiting(), List.of());

    assertThat(caller.get("/v1/deployments/" + ID).body())
        .isEqualTo(
            """
            {"id":"d0000000-0000-4000-8000-000000000007",\
            "instance_uuid":"11111111-0000-4000-8000-000000000001",\
            "instance_name":"instance-00000007","image":"https://img/i.raw",\
            "state":"awaiting_agent","label":"wait for the agent's call","asked":"terminate",\
            "node_id":1,"step":2,"attempt":1,"created_at":"2026-03-04T05:09:00.000Z",\
            "since":"2026-03-04T05:09:02.000Z","age_ms":60000,"reason":null,"timeline":[\
            {"number":1,"state":"claiming","label":"claim a node","status":"done","attempt":1,\
            "started_at":"2026-03-04T05:09:00.000Z","ended_at":"2026-03-04T05:09:00.012Z",\
            "duration_ms":12,"note":"node 1 of 3 that fit"},\
            {"number":2,"state":"awaiting_agent","label":"wait for the agent's call",\
            "status":"waiting","attempt":3,"started_at":"2026-03-04T05:09:02.000Z",\
            "ended_at":null,"duration_ms":58000,"note":"no call"}]}""");
  }

  @Test
  void listsThoseThatGoOn() {
    deployments.save(Samples.deployment(ID, ProvisionState.WRITING_IMAGE), null, List.of());
    deployments.save(Samples.deployment(UUID.randomUUID(), ProvisionState.FAILED), null, List.of());

    var live = caller.get("/v1/deployments").json().required("deployments");
    assertThat(live.size()).isEqualTo(1);
    assertThat(live.get(0).required("id").asString()).isEqualTo(ID.toString());
    assertThat(live.get(0).has("timeline")).isFalse();
    assertThat(caller.get("/v1/deployments?ended=true").json().required("deployments").size())
        .isEqualTo(2);
    assertThat(
            caller.get("/v1/deployments?ended=true&limit=1").json().required("deployments").size())
        .isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotHave() {
    assertThat(caller.get("/v1/deployments/" + ID).fault("itemNotFound"))
        .isEqualTo("there is no deployment " + ID);
    assertThat(caller.get("/v1/deployments/7").fault("badRequest")).startsWith("id must be a UUID");
    assertThat(caller.get("/v1/deployments?limit=-1").status()).isEqualTo(400);
    assertThat(caller.get("/v1/deployments?ended=perhaps").fault("badRequest"))
        .isEqualTo("ended must be true or false");
  }
}
