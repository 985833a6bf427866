package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.console.Consoles;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A node's console, recorded and live. */
@OverHttp
class ConsoleTest {

  private static final String MAC = "52:54:00:ac:00:01";
  private static final String LIVE = "/v1/nodes/1/console/live";

  private final MemoryNodeStore nodes;
  private final Consoles consoles;
  private final EchoingMachines machines;
  private final int port;
  private final Caller caller;

  @Autowired
  ConsoleTest(
      MemoryNodeStore nodes,
      Consoles consoles,
      EchoingMachines machines,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.consoles = consoles;
    this.machines = machines;
    this.port = port;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void register() {
    nodes.clear();
    caller.post("/v1/nodes", Samples.node(MAC));
  }

  private Node node() {
    Node found = nodes.find(1);
    if (found == null) {
      throw new AssertionError("node 1 is not there");
    }
    return found;
  }

  private static void awaitText(AtomicReference<String> text, String expected) {
    await().untilAsserted(() -> assertThat(text.get()).contains(expected));
  }

  @Test
  void whatIsTypedIsSaid() {
    try (LiveConsole live = new LiveConsole(port, LIVE)) {
      awaitText(live.notices, "the console of node 1");
      live.type("grüße\r");
      awaitText(live.seen, "grüße\r");
      live.say("break");
      awaitText(live.seen, "[break]");
      live.say("shout");
      awaitText(live.notices, "'break' is the only text message that is understood");
    }
    await().until(() -> machines.open.get() == 0);
  }

  @Test
  void oneTypesAndAnotherLooksOn() {
    try (LiveConsole first = new LiveConsole(port, LIVE);
        LiveConsole second = new LiveConsole(port, LIVE + "?role=view")) {
      awaitText(first.notices, "the console of node 1");
      awaitText(second.notices, "the console of node 1");
      second.type("no");
      awaitText(second.notices, "what was typed is lost");
      first.type("yes");
      awaitText(first.seen, "yes");
      awaitText(second.seen, "yes");
      assertThat(second.seen.get()).doesNotContain("no");
    }
  }

  @Test
  void anInstancesConsoleIsRecorded() {
    assertThat(caller.get("/v1/nodes/1/console").fault("itemNotFound"))
        .contains("nothing was recorded of the console of node 1");
    nodes.claim(1, new Occupant(UUID.randomUUID(), "web"));
    consoles.begin(node());
    try (LiveConsole live = new LiveConsole(port, LIVE)) {
      awaitText(live.notices, "the console of node 1");
      live.type("one\ntwo\npassword=hunter2\n");
      awaitText(live.seen, "hunter2");
      await()
          .untilAsserted(
              () ->
                  assertThat(caller.get("/v1/nodes/1/console?lines=2").body())
                      .isEqualTo("two\npassword=***\n"));
    } finally {
      consoles.end(node());
    }
  }

  @Test
  void anUnknownNodeOrWordIsRefusedBeforeTheUpgrade() {
    assertThatThrownBy(() -> new LiveConsole(port, "/v1/nodes/7/console/live"))
        .hasRootCauseMessage("Unexpected HTTP response status code 404");
    assertThatThrownBy(() -> new LiveConsole(port, LIVE + "?role=boss"))
        .hasRootCauseMessage("Unexpected HTTP response status code 400");
    assertThatThrownBy(() -> new LiveConsole(port, LIVE, "Origin", "http://elsewhere.example"))
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
  }

  @Test
  void aNodeWithoutASerialLineSaysSo() throws Exception {
    nodes.clear();
    caller.post(
        "/v1/nodes", Samples.node(MAC).replace("\"user\"", "\"manager\": \"fake\", \"user\""));
    try (LiveConsole live = new LiveConsole(port, LIVE)) {
      assertThat(live.closed.get(30, TimeUnit.SECONDS)).startsWith("1008 node 1");
      assertThat(live.notices.get()).contains("no way to a console");
    }
  }
}
