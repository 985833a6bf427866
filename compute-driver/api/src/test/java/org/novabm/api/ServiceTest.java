package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.task.Standing.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OverHttp
class ServiceTest {

  private final Caller caller;

  ServiceTest(@LocalServerPort int port) {
    this.caller = new Caller(port);
  }

  @Test
  void saysWhoItIsAndWhereThingsAre() {
    var service = caller.get("/v1").json();
    assertThat(service.required("host").asString()).isEqualTo("rack1");
    assertThat(service.required("version").asString()).isEqualTo("0.1.0");
    for (var link : service.required("links")) {
      String href = link.required("href").asString();
      assertThat(caller.get(href).status()).as(href).isEqualTo(200);
    }
  }

  @Test
  void tellsOfItsHealth(@Autowired SmallService.SwitchablePeer broker) {
    var up = caller.get("/actuator/health");
    assertThat(up.status()).isEqualTo(200);
    assertThat(up.body()).contains("\"broker\":{\"details\":{\"found\":\"RabbitMQ 4\"}");

    broker.there = false;
    var down = caller.get("/actuator/health");
    broker.there = true;
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.body()).contains("\"error\":\"no answer from 127.0.0.1:5672\"");
  }

  @Test
  void countsNodesAndLiveTasks(@Autowired MemoryNodeStore nodes, @Autowired MemoryRecords tasks) {
    nodes.clear();
    tasks.clear();
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    tasks.put(Samples.task(UUID.randomUUID(), Verb.POWER_OFF));
    tasks.put(Samples.ended(UUID.randomUUID(), Verb.DESTROY, Outcome.DONE, null));
    assertThat(caller.get("/actuator/prometheus").body())
        .contains("novabm_nodes{state=\"free\"} 1.0")
        .contains("novabm_nodes{state=\"busy\"} 0.0")
        .contains("novabm_tasks{verb=\"power off\"} 1.0")
        .contains("novabm_tasks{verb=\"destroy\"} 0.0");
  }

  @Test
  void describesItself() {
    var paths = caller.get("/v3/api-docs").json();
    assertThat(paths.required("info").required("title").asString()).isEqualTo("novabm");
    assertThat(paths.required("paths").propertyNames())
        .contains(
            "/v1",
            "/v1/nodes",
            "/v1/nodes/{ref}",
            "/v1/switches/{id}",
            "/v1/services/{host}/drain",
            "/v1/instances/{uuid}/action",
            "/v2.1/{tenant}/os-baremetal-nodes/{id}/action");
    var schemas = paths.required("components").required("schemas");
    assertThat(schemas.required("NodeBody").required("properties").propertyNames())
        .contains("memory_mb", "switch_port");
    assertThat(
            schemas
                .required("PowerBody")
                .required("properties")
                .required("password")
                .required("format")
                .asString())
        .isEqualTo("password");
    var change = schemas.required("NodeChangeBody").required("properties");
    assertThat(change.required("switch_id").required("type").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("integer", "null");
    assertThat(change.required("root_device").required("type").asString()).isEqualTo("object");
  }

  @Test
  void showsNoOtherActuator() {
    for (String name : List.of("env", "beans", "heapdump", "shutdown", "configprops", "loggers")) {
      assertThat(caller.get("/actuator/" + name).status()).as(name).isEqualTo(404);
    }
  }

  @Test
  void refusesInOneForm() {
    assertThat(caller.get("/v3").fault("itemNotFound")).isNotBlank();
    assertThat(caller.send("PUT", "/v1/nodes", "{}").fault("badMethod")).isNotBlank();
    assertThat(caller.post("/v1/nodes", "a=b", "Content-Type", "text/plain").fault("badMediaType"))
        .isNotBlank();
    assertThat(caller.post("/v1/nodes", "{\"cpus\": ").fault("badRequest"))
        .startsWith("the body is not JSON (line 1, column ");
    assertThat(caller.post("/v1/nodes", "[]").fault("badRequest"))
        .isEqualTo("the body must be a JSON object");
    assertThat(caller.post("/v1/nodes", "").fault("badRequest"))
        .isEqualTo("the body is missing; a JSON object is needed");
    assertThat(caller.post("/v1/nodes", "[".repeat(2000)).fault("badRequest")).isNotBlank();
  }

  @Test
  void takesNoMoreThanAMebibyte() {
    String filler = " ".repeat((1 << 20) - 2);
    assertThat(caller.post("/v1/nodes", "{}" + filler).fault("badRequest"))
        .isEqualTo("power is missing");
    assertThat(caller.post("/v1/nodes", "{} " + filler).fault("overLimit"))
        .isEqualTo("the body is longer than 1048576 bytes");
  }
}
