package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemorySwitchStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class SwitchesTest {

  private final MemoryNodeStore nodes;
  private final MemorySwitchStore switches;
  private final Caller caller;

  SwitchesTest(
      @Autowired MemoryNodeStore nodes,
      @Autowired MemorySwitchStore switches,
      @LocalServerPort int port) {
    this.nodes = nodes;
    this.switches = switches;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    nodes.clear();
    switches.clear();
  }

  @Test
  void registersShowsAndForgetsASwitch() {
    String view =
        """
        {"id":1,"address":"10.2.0.1","port":6640,"user":"admin","driver":"openvswitch",\
        "description":"rack 1, top"}""";
    var added = caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body()).isEqualTo(view);
    assertThat(added.whole().headers().firstValue("Location")).hasValue("/v1/switches/1");
    assertThat(caller.get("/v1/switches/1").body()).isEqualTo(view);
    assertThat(caller.get("/v1/switches").body()).isEqualTo("{\"switches\":[" + view + "]}");
    assertThat(switches.list().getFirst().endpoint().password().reveal())
        .isEqualTo(Samples.PASSWORD);

    assertThat(caller.delete("/v1/switches/1").status()).isEqualTo(204);
    assertThat(caller.delete("/v1/switches/1").fault("itemNotFound"))
        .isEqualTo("there is no switch 1");
    assertThat(caller.get("/v1/switches/1").status()).isEqualTo(404);
  }

  @Test
  void leavesThePortToTheProtocol() {
    var added = caller.post("/v1/switches", "{\"address\": \"s1\", \"driver\": \"fake\"}");
    assertThat(added.body())
        .isEqualTo(
            """
            {"id":1,"address":"s1","port":null,"user":"","driver":"fake","description":""}""");
  }

  @Test
  void takesTheConfiguredDriverWhereNoneIsNamed() {
    assertThat(caller.post("/v1/switches", "{\"address\": \"s1\"}").body())
        .contains("\"driver\":\"openvswitch\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "openvswitch" | "junos"  | driver names no installed switch manager; installed: fake, openvswitch
          "port": 6640  | "port": 70000 | port must be a whole number from 1 to 65535, not 70000
          "10.2.0.1"    | "[10.2.0.1"   | address is wrong: missing ] in address [10.2.0.1
          "admin"       | {}            | user must be a text
          "hunter2-of-the-BMC" | 7      | password must be a text
          """)
  void saysWhichFieldIsWrong(String what, String instead, String message) {
    String body = Samples.aSwitch("10.2.0.1").replace(what, instead);
    assertThat(caller.post("/v1/switches", body).fault("badRequest")).isEqualTo(message);
  }

  @Test
  void refusesASecondSwitchAtTheSameAddress() {
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    assertThat(caller.post("/v1/switches", Samples.aSwitch("10.2.0.1")).fault("conflictingRequest"))
        .isEqualTo("switch 10.2.0.1:6640 is registered already, as switch 1 (10.2.0.1:6640)");
  }

  @Test
  void keepsASwitchWithNodes() {
    caller.post("/v1/switches", Samples.aSwitch("10.2.0.1"));
    String plugged = "{\"switch_id\": 1, \"switch_port\": \"p1\",";
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01").replaceFirst("\\{", plugged));
    assertThat(caller.delete("/v1/switches/1").fault("conflictingRequest"))
        .isEqualTo("switch 1 has nodes plugged in: 1; delete them first");
  }

  @Test
  void takesOnlyNumbersAsNames() {
    assertThat(caller.get("/v1/switches/top").fault("badRequest"))
        .isEqualTo("id must be a whole number");
  }
}
