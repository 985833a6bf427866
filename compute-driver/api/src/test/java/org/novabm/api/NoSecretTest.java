package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.memory.MemorySwitchStore;
import org.novabm.node.Occupant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Puts a password wherever one may be put, asks for everything, and looks for it. */
@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class NoSecretTest {

  private static final String LEGACY = "/v2/os-baremetal-nodes";

  private final Caller caller;

  NoSecretTest(@LocalServerPort int port) {
    this.caller = new Caller(port);
  }

  @Test
  void noAnswerAndNoLogLineHoldsAPassword(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemorySwitchStore switches,
      @Autowired MemoryRecords tasks,
      CapturedOutput output) {
    nodes.clear();
    switches.clear();
    tasks.clear();
    register();
    nodes.claim(1, new Occupant(Samples.INSTANCE, "instance-00000007"));
    UUID id = UUID.randomUUID();
    tasks.put(Samples.task(id, Verb.DEPLOY), Samples.waiting());
    tasks.put(Samples.instance());

    List.of("/v1/nodes", "/v1/nodes/1", "/v1/nodes/2", "/v1/switches", "/v1/switches/1")
        .forEach(this::read);
    List.of(LEGACY, LEGACY + "/1", "/actuator/health", "/actuator/prometheus", "/v3/api-docs")
        .forEach(this::read);
    List.of("/v1/tasks", "/v1/tasks/" + id, "/v1/instances", "/v1/instances/" + Samples.INSTANCE)
        .forEach(this::read);

    assertThat(caller.answers).hasSizeGreaterThan(19);
    assertThat(caller.answers).noneMatch(answer -> answer.contains(Samples.PASSWORD));
    assertThat(output.getAll()).doesNotContain(Samples.PASSWORD);
  }

  private void register() {
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    caller.post(LEGACY, Samples.legacyNode("52:54:00:ac:00:02"));
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    String password = "{\"power\":{\"password\":\"" + Samples.PASSWORD + "-2\"}}";
    caller.patch("/v1/nodes/1", password);
    caller.patch("/v1/nodes/1", password.replaceFirst("\\{", "{\"version\":99,"));
    caller.patch("/v1/nodes/1", password.replace("}}", "},\"firmware\":\"efi\"}"));
    // refusals quote what they refuse, but never this
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    caller.post("/v1/nodes", Samples.node("52:54"));
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1").replace("\"port\"", "\"ports\""));
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1") + "}");
  }

  private void read(String path) {
    assertThat(caller.get(path).status()).as(path).isEqualTo(200);
  }
}
