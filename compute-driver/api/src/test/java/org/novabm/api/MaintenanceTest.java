package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Hold;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Holds of a node, by REST. */
@OverHttp
class MaintenanceTest {

  private static final String PATH = "/v1/nodes/1/maintenance";
  private static final String PROVISION = "/v1/nodes/1/states/provision";

  private final MemoryHoldStore holds;
  private final Caller caller;

  MaintenanceTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemoryRecords tasks,
      @Autowired MemoryHoldStore holds,
      @LocalServerPort int port) {
    this.holds = holds;
    this.caller = new Caller(port);
    nodes.clear();
    tasks.clear();
    holds.clear();
  }

  @BeforeEach
  void register() {
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
  }

  @Test
  void aHoldIsShownWithWhoAndWhyAndUntilWhen() {
    var answer =
        caller.send("PUT", PATH, "{\"reason\":\"a disk\",\"until\":\"2026-03-04T08:10:00+01:00\"}");
    assertThat(answer.status()).isEqualTo(200);
    String shown =
        "\"maintenance\":[{\"name\":\"operator\",\"by\":\"127.0.0.1\",\"reason\":\"a disk\","
            + "\"since\":\"2026-03-04T05:10:00.000Z\",\"until\":\"2026-03-04T07:10:00.000Z\"}]";
    assertThat(answer.body()).isEqualTo("{" + shown + "}");
    assertThat(caller.get("/v1/nodes/1").body()).contains(shown);
    assertThat(caller.get("/v1/nodes").body()).contains(shown);
  }

  @Test
  void aNodeHasSeveralAndEachIsReleasedByItsName() {
    caller.send("PUT", PATH, "{\"reason\":\"a disk\"}");
    caller.send("PUT", PATH, "{\"reason\":\"a fan\",\"name\":\"fan\"}");
    assertThat(holds.of(1)).extracting(Hold::name).containsExactly("fan", "operator");
    assertThat(caller.send("DELETE", PATH, "").status()).isEqualTo(204);
    assertThat(caller.send("DELETE", PATH, "").status()).as("idempotent").isEqualTo(204);
    assertThat(holds.of(1)).extracting(Hold::name).containsExactly("fan");
    assertThat(caller.send("DELETE", PATH + "?name=fan", "").status()).isEqualTo(204);
    assertThat(caller.get("/v1/nodes/1").body()).contains("\"maintenance\":[]");
  }

  @Test
  void aVerbIsRefusedByTheHoldsName() {
    caller.send("PUT", PATH, "{\"reason\":\"a disk\",\"name\":\"rack-7\"}");
    assertThat(caller.send("PUT", PROVISION, "{\"target\":\"manage\"}").fault("conflictingRequest"))
        .isEqualTo(
            "node 1 (52:54:00:ac:00:01) is in maintenance, hold 'rack-7' by 127.0.0.1: a disk;"
                + " release it before a manage");
    caller.send("DELETE", PATH + "?name=rack-7", "");
    assertThat(caller.send("PUT", PROVISION, "{\"target\":\"manage\"}").status()).isEqualTo(202);
  }

  @Test
  void somebodyElsesHoldOfThatNameStays() {
    holds.place(1, Hold.placed("operator", "10.9.9.9", "theirs", SmallService.NOW, null));
    assertThat(caller.send("PUT", PATH, "{\"reason\":\"mine\"}").fault("conflictingRequest"))
        .isEqualTo(
            "node 1 (52:54:00:ac:00:01) is held already, by the hold 'operator' by 10.9.9.9:"
                + " theirs; give yours another name, or release that one first");
    assertThat(holds.of(1)).extracting(Hold::reason).containsExactly("theirs");
    caller.send("DELETE", PATH, "");
    assertThat(caller.send("PUT", PATH, "{\"reason\":\"mine\"}").status()).isEqualTo(200);
    assertThat(caller.send("PUT", PATH, "{\"reason\":\"mine, still\"}").status()).isEqualTo(200);
    assertThat(holds.of(1)).extracting(Hold::reason).containsExactly("mine, still");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                  | reason is missing
          {"reason": " "}                                     | reason must not be empty
          {"reason": "a\\u0007"}                              | reason must not hold control characters
          {"reason": "x", "until": "2026-03-04T05:10:00Z"}    | until must be in the future; it is 2026-03-04T05:10:00.000Z here
          {"reason": "x", "until": "tomorrow"}                | until must be a time with its zone, such as 2026-03-04T05:06:07Z
          {"reason": "x", "until": "2026-03-05T05:06:07"}     | until must be a time with its zone, such as 2026-03-04T05:06:07Z
          {"reason": "x", "name": "Rack 7"}                   | name is wrong: 'Rack 7' is not a name of a hold: a lower-case letter, then at most 63 lower-case letters, digits, - and _
          {"reason": "x", "who": "me"}                        | who is not known; known here: name, reason, until
          """)
  void whatIsWrongIsNamedAndHoldsNothing(String body, String message) {
    assertThat(caller.send("PUT", PATH, body).fault("badRequest")).isEqualTo(message);
    assertThat(holds.of(1)).isEmpty();
  }

  @Test
  void reasonsAndNodesHaveBounds() {
    String longest = "x".repeat(255);
    assertThat(caller.send("PUT", PATH, "{\"reason\":\"" + longest + "\"}").status())
        .isEqualTo(200);
    assertThat(caller.send("PUT", PATH, "{\"reason\":\"" + longest + "x\"}").fault("badRequest"))
        .isEqualTo("reason must have at most 255 characters");
    assertThat(caller.send("PUT", "/v1/nodes/9/maintenance", "{\"reason\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(caller.send("DELETE", "/v1/nodes/9/maintenance", "").status()).isEqualTo(404);
    assertThat(caller.send("DELETE", PATH + "?name=A", "").status()).isEqualTo(400);
  }
}
