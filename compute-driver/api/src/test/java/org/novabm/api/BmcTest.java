package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.device.Devices;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.Node;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.RestorePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A node's BMC, asked through the service. */
@OverHttp
class BmcTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String MAC = "52:54:00:ac:00:01";

  private final MemoryNodeStore nodes;
  private final EchoingMachines machines;
  private final Devices devices;
  private final Caller caller;

  @Autowired
  BmcTest(
      MemoryNodeStore nodes, EchoingMachines machines, Devices devices, @LocalServerPort int port) {
    this.devices = devices;
    this.nodes = nodes;
    this.machines = machines;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void register() {
    nodes.clear();
    caller.post("/v1/nodes", Samples.node(MAC));
  }

  @Test
  void showsWhatItCanReadAndSaysWhatItCannot() {
    assertThat(caller.get("/v1/nodes/1/bmc").json())
        .hasToString(
            """
            {"address":"10.1.0.7:6230",\
            "restore_policy":"previous",\
            "sensors":[\
            {"name":"CPU Temp","kind":"temperature","value":85.0,"unit":"°C","health":"warning"},\
            {"name":"PSU 1","kind":"power supply","value":null,"unit":"","health":"unknown"}],\
            "events":[{"id":7,"time":"2026-03-04T05:10:00.000Z","source":"memory 83",\
            "text":"correctable error"}],\
            "troubles":["10.1.0.7:6230: no inventory is kept"]}""");
    assertThat(caller.get("/v1/nodes/1/bmc?events=0").json().has("events")).isFalse();
  }

  @Test
  void whatItSaidBeforeItFellSilentIsShown() {
    machines.fallsSilent.set(true);
    try {
      JsonNode bmc = caller.get("/v1/nodes/1/bmc").json();
      assertThat(bmc.path("sensors").size()).isEqualTo(2);
      assertThat(bmc.has("events")).isFalse();
      assertThat(bmc.path("troubles").get(1).asString()).contains("no answer to Get SEL Entry");
    } finally {
      machines.fallsSilent.set(false);
    }
  }

  @Test
  void anOrderGetsBetweenTwoOfManyQuestions() throws InterruptedException {
    Node node = Objects.requireNonNull(nodes.find(1));
    CountDownLatch maySense = new CountDownLatch(1);
    machines.maySense.set(maySense);
    machines.asked.clear();
    Thread looking = Thread.ofVirtual().start(() -> caller.get("/v1/nodes/1/bmc"));
    await().until(() -> machines.asked.contains("sensors"));
    Thread order =
        Thread.ofVirtual()
            .start(() -> devices.power(node, LONG, it -> it.apply(PowerAction.ON, LONG)));
    await().until(() -> order.getState() == Thread.State.TIMED_WAITING);
    maySense.countDown();
    order.join();
    looking.join();
    assertThat(machines.asked).containsExactly("sensors", "power", "events");
  }

  @Test
  void theLightShines() {
    String action = "/v1/nodes/1/bmc/action";
    assertThat(caller.post(action, "{\"action\":\"identify\"}").status()).isEqualTo(204);
    assertThat(machines.light).hasValue(Duration.ofSeconds(15));
    caller.post(action, "{\"action\":\"identify\",\"seconds\":0}");
    assertThat(machines.light).hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"always-off", "previous", "always-on"})
  void thePolicyIsSetAndReadInIpmisWords(String word) {
    String set = "{\"action\":\"restore-policy\",\"policy\":\"%s\"}".formatted(word);
    assertThat(caller.post("/v1/nodes/1/bmc/action", set).status()).isEqualTo(204);
    try {
      assertThat(caller.get("/v1/nodes/1/bmc").json().path("restore_policy").asString())
          .isEqualTo(word);
    } finally {
      machines.policy.set(RestorePolicy.PREVIOUS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"action\":\"dance\"} | badRequest | action must be one of",
        "{\"action\":\"identify\",\"seconds\":-1} | badRequest | seconds must be a whole number",
        "{\"action\":\"insert-media\",\"image\":\"file:///etc/passwd\"} | badRequest | image must be an address",
        "{\"action\":\"insert-media\",\"image\":\"http://x/y.iso\"} | conflictingRequest | cannot do that",
        "{\"action\":\"secure-boot\"} | badRequest | enabled is missing",
        "{\"action\":\"restore-policy\",\"policy\":\"maybe\"} | badRequest | policy must be one of always-off, previous, always-on",
        "{\"action\":\"restore-policy\",\"policy\":\"stay_off\"} | badRequest | policy must be one of",
        "{\"action\":\"restore-policy\",\"policy\":\"unknown\"} | badRequest | policy must be one of",
      })
  void whatCannotBeIsRefused(String body, String kind, String message) {
    assertThat(caller.post("/v1/nodes/1/bmc/action", body).fault(kind)).contains(message);
  }

  @Test
  void aRawCommandIsPassedOn() {
    String raw = "/v1/nodes/1/bmc/raw";
    assertThat(caller.post(raw, "{\"netfn\":46,\"command\":255,\"data\":\"0a0b\"}").json())
        .hasToString("{\"completion\":193,\"data\":\"2eff02\"}");
    assertThat(caller.post(raw, "{\"netfn\":7,\"command\":1}").fault("badRequest"))
        .contains("netfn must be even");
    assertThat(caller.post(raw, "{\"netfn\":6,\"command\":1,\"data\":\"xyz\"}").fault("badRequest"))
        .contains("data must be pairs of hexadecimal digits");
  }
}
