package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.cli.Stage.Played;

class NodeManagerTest {

  @TempDir Path folder;

  private final StandInService service = new StandInService();
  private final Stage stage =
      new Stage(NovaBaremetalNodeManager::commandLine).api(service.address());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void addsANode() throws IOException {
    Path password = Files.writeString(folder.resolve("bmc"), "s3cret\n");
    service.on("POST /v1/nodes", 201, StandInService.node("\"version\":0"));
    String line =
        "add 10.0.0.7 52-54-00-AC-00-01 8 16384 500 10.1.0.7 root @" + password + " 1 ge-0/0/7";
    assertThat(stage.run(line.split(" ")))
        .isEqualTo(new Played(0, "node 7 added: 52:54:00:ac:00:01\n", ""));
    assertThat(service.asked)
        .containsExactly(
            """
            POST /v1/nodes {"address":"10.0.0.7","macs":["52:54:00:ac:00:01"],\
            "cpus":8,"memory_mb":16384,"local_gb":500,\
            "power":{"address":"10.1.0.7","user":"root","password":"s3cret"},\
            "firmware":"bios","switch_id":1,"switch_port":"ge-0/0/7"}""");
  }

  @Test
  void addsANodeWithEveryOption() {
    service.on("POST /v1/nodes", 201, StandInService.node("\"version\":0"));
    String line =
        "add 10.0.0.7 52:54:00:ac:00:01 8 16384 500 10.1.0.7:6230 root - - - --firmware uefi"
            + " --power-manager fake --uuid 22222222-0000-4000-8000-000000000002"
            + " --mac 52:54:00:ac:00:02 --mac 52:54:00:ac:00:03";
    assertThat(stage.input("s3cret").run(line.split(" ")).exitCode()).isZero();
    assertThat(service.asked)
        .containsExactly(
            """
            POST /v1/nodes {"address":"10.0.0.7",\
            "macs":["52:54:00:ac:00:01","52:54:00:ac:00:02","52:54:00:ac:00:03"],\
            "cpus":8,"memory_mb":16384,"local_gb":500,\
            "power":{"address":"10.1.0.7:6230","user":"root","password":"s3cret",\
            "manager":"fake"},"firmware":"uefi","uuid":"22222222-0000-4000-8000-000000000002"}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          52:54:00:ac:00:01 | 52:54 | Invalid value for positional parameter at index 1 (<mac_addr>): '52:54' is not a MAC address of the form xx:xx:xx:xx:xx:xx
          " 8 " | " 0 "     | Invalid value for positional parameter at index 2 (<cpus>): '0' is not a whole number from 1 on
          16384 | lots      | Invalid value for positional parameter at index 3 (<ram>): 'lots' is not a whole number from 1 on
          " 1 p1" | " x p1" | Invalid value for positional parameter at index 8 (<switchid>): 'x' is neither a whole number from 1 on nor -
          --firmware bios | --firmware coreboot | Invalid value for option '--firmware': expected one of [bios, uefi] (case-sensitive) but was 'coreboot'
          """)
  void refusesWrongValuesBeforeItAsks(String what, String instead, String message) {
    String line = "add 10.0.0.7 52:54:00:ac:00:01 8 16384 500 10.1.0.7 root - 1 p1 --firmware bios";
    Played played = stage.input("s3cret").run(line.replace(what, instead).split(" "));
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).startsWith(message + "\n");
    assertThat(service.asked).isEmpty();
  }

  @Test
  void needsAPasswordWhereOneIsPromised() {
    String line = "add 10.0.0.7 52:54:00:ac:00:01 8 16384 500 10.1.0.7 root - 1 p1";
    assertThat(stage.run(line.split(" ")))
        .isEqualTo(
            new Played(
                2, "", "nova-baremetal-nodemanager: there is no password in standard input\n"));
    Played played = stage.run(line.replace("root -", "root @/no/such").split(" "));
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).contains("/no/such cannot be read");
  }

  @Test
  void listsAllPages() {
    service.on(
        "GET /v1/nodes?limit=1000",
        200,
        """
        {"nodes":[{"id":9,"address":"10.0.0.7","cpus":8,"memory_mb":16384,"local_gb":500,
          "interfaces":[{"mac":"52:54:00:ac:00:01"}],"power":{"address":"10.1.0.7:6230"},
          "switch_id":1,"switch_port":"p1","task_state":"deleted","occupant":null}],
         "next":"/v1/nodes?limit=1000&marker=9"}
        """);
    service.on(
        "GET /v1/nodes?limit=1000&marker=9",
        200,
        """
        {"nodes":[{"id":10,"address":"","cpus":64,"memory_mb":1048576,"local_gb":10,
          "interfaces":[],"power":{"address":"b2","state":"off"},"switch_id":null,"switch_port":null,
          "task_state":"active","occupant":{"instance_uuid":"11111111-0000-4000-8000-000000000001"}}]}
        """);
    assertThat(stage.run("list"))
        .isEqualTo(
            new Played(
                0,
                """
                ID  MAC                ADDRESS   CPUS   RAM MB  HDD GB  BMC            SWITCH  PORT  STATE              INSTANCE
                 9  52:54:00:ac:00:01  10.0.0.7     8    16384     500  10.1.0.7:6230  1       p1    free               -
                10  -                  -           64  1048576      10  b2             -       -     active, power off  11111111-0000-4000-8000-000000000001
                """,
                ""));
    assertThat(stage.run("list", "--json").out())
        .startsWith("{\"nodes\":[{\"id\":9,")
        .contains("{\"id\":10,");
  }

  @Test
  void showsTheTimeline() {
    service.on("GET /v1/nodes/52%3A54%3A00%3Aac%3A00%3A01", 200, DEPLOYING);
    assertThat(stage.run("show", "52:54:00:ac:00:01"))
        .isEqualTo(
            new Played(
                0,
                """
                node           7
                uuid           22222222-0000-4000-8000-000000000002
                service host   rack1
                address        10.0.0.7
                macs           52:54:00:ac:00:01, 52:54:00:ac:00:02
                cpus           8
                memory         16384 MiB
                disk           500 GiB
                firmware       uefi
                bmc            root at 10.1.0.7
                power          unknown since 2026-03-04T05:00:00.000Z: 10.1.0.7: no answer
                power manager  the configured one
                switch         1, port p1
                state          deploying
                provision      deploying
                updated        2026-03-04T05:09:02.000Z
                instance       11111111-0000-4000-8000-000000000001 web1
                image          http://img/i.raw
                is             building
                launched       -
                fault          -

                task           deploy d0000000-0000-4000-8000-000000000007
                begun          2026-03-04T05:09:00.000Z
                step           wait for the agent's call
                aborted by     -
                reason         -

                #  STEP                       STATUS   ATTEMPT  START                     DURATION    NOTE
                1  claim a node               done           1  2026-03-04T05:09:00.000Z  12 ms       node 7
                2  wait for the agent's call  waiting        3  2026-03-04T05:09:02.000Z  2 min 05 s
                """,
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "running, forward, '\"power off\"', power off",
    "running, back, '\"power off\"', 'power off, undoing'",
    "held, back, null, held",
    "done, forward, null, done"
  })
  void saysWhereATaskStandsOrHowItEnded(
      String state, String direction, String label, String stands) {
    service.on(
        "GET /v1/nodes/7",
        200,
        StandInService.node(
            """
            "instance":{"state":"building","task":{"id":"t1","verb":"power off","state":"%s",
             "direction":"%s","label":%s,"timeline":[]}}"""
                .formatted(state, direction, label)));
    assertThat(stage.run("show", "7").out()).contains("step           " + stands + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "null, available, free",
    "null, clean failed, clean failed",
    "null, manageable, manageable",
    "null, deleting, deleting",
    "'{\"instance_uuid\":\"i\"}', active, building"
  })
  void aNodeIsFreeWhenTheNextInstanceMayHaveIt(String occupant, String life, String state) {
    service.on(
        "GET /v1/nodes/7",
        200,
        StandInService.node(
            "\"task_state\":\"building\",\"provision_state\":\"%s\",\"occupant\":%s"
                .formatted(life, occupant)));
    assertThat(stage.run("show", "7").out()).contains("state          " + state + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "59999, 59.9 s",
    "60000, 1 min 00 s",
    "3599999, 59 min 59 s",
    "3600000, 1 h 00 min",
    "90000000, 25 h 00 min"
  })
  void writesDurationsInTheUnitThatSuits(long millis, String text) {
    assertThat(NodeText.duration(millis)).isEqualTo(text);
  }

  @Test
  void deletesANode() {
    service.on("DELETE /v1/nodes/7", 204, "");
    service.on("DELETE /v1/nodes/8?force=true", 204, "");
    assertThat(stage.run("delete", "7")).isEqualTo(new Played(0, "node 7 deleted\n", ""));
    assertThat(stage.run("delete", "8", "--force", "--json")).isEqualTo(new Played(0, "", ""));
    assertThat(stage.run("delete", "9"))
        .isEqualTo(new Played(1, "", "nova-baremetal-nodemanager: no DELETE /v1/nodes/9\n"));
  }

  private static final String DEPLOYING =
      """
      {"id":7,"uuid":"22222222-0000-4000-8000-000000000002","service_host":"rack1",
       "address":"10.0.0.7","cpus":8,"memory_mb":16384,"local_gb":500,
       "power":{"address":"10.1.0.7","user":"root","manager":"","state":"unknown",
        "since":"2026-03-04T05:00:00.000Z","trouble":"10.1.0.7: no answer"},"firmware":"uefi",
       "switch_id":1,"switch_port":"p1","task_state":"deploying","provision_state":"deploying","allowed":[],
       "interfaces":[{"mac":"52:54:00:ac:00:01"},{"mac":"52:54:00:ac:00:02"}],
       "occupant":{"instance_uuid":"11111111-0000-4000-8000-000000000001","name":"web1"},
       "updated_at":"2026-03-04T05:09:02.000Z",
       "instance":{"uuid":"11111111-0000-4000-8000-000000000001","image":"http://img/i.raw",
        "state":"building","launched_at":null,"fault":null,
        "task":{"id":"d0000000-0000-4000-8000-000000000007","verb":"deploy","state":"running",
        "created_at":"2026-03-04T05:09:00.000Z","direction":"forward","step":"wait_call_back",
        "label":"wait for the agent's call","abort":null,"reason":null,"timeline":[
        {"number":1,"label":"claim a node","status":"done","attempt":1,
         "started_at":"2026-03-04T05:09:00.000Z","duration_ms":12,"note":"node 7"},
        {"number":2,"label":"wait for the agent's call","status":"waiting","attempt":3,
         "started_at":"2026-03-04T05:09:02.000Z","duration_ms":125000,"note":""}]}}}
      """;

  @Test
  void showsWhatABmcSays() {
    service.on(
        "GET /v1/nodes/7/bmc?events=2",
        200,
        """
        {"address":"10.1.0.7","identity":{"manufacturer":674,"product":256,"firmware":"2.86"},
         "restore_policy":"previous",
         "inventory":{"manufacturer":"Acme","product":"Rocket","serial":"CH7","board_serial":""},
         "sensors":[{"name":"CPU Temp","kind":"temperature","value":85.0,"unit":"°C","health":"warning"},
                    {"name":"12V","kind":"voltage","value":12.0625,"unit":"V","health":"good"},
                    {"name":"PSU 1","kind":"power supply","value":null,"unit":"","health":"unknown"}],
         "events":[{"id":7,"time":"2026-03-04T05:10:00.000Z","source":"memory 83","text":"correctable error"},
                   {"id":12,"time":null,"source":"fan 2","text":"lower critical threshold, going low"}],
         "troubles":["10.1.0.7: something"]}""");
    assertThat(stage.run("bmc", "7", "--events", "2").out())
        .isEqualTo(
            """
            bmc            10.1.0.7
            firmware       2.86, maker 674, product 256
            mains return   previous
            manufacturer   Acme
            product        Rocket
            serial         CH7
            board serial   -

            SENSOR    KIND          VALUE     HEALTH
            CPU Temp  temperature   85 °C     warning
            12V       voltage       12.063 V  good
            PSU 1     power supply  -         unknown

            EVENT  TIME                      SOURCE     WHAT
                7  2026-03-04T05:10:00.000Z  memory 83  correctable error
               12  -                         fan 2      lower critical threshold, going low

            not read: 10.1.0.7: something
            """);
  }

  @Test
  void providesANodeAndSaysWhatCameOfIt() {
    service.on("PUT /v1/nodes/7/states/provision", 202, "{\"node_id\":7,\"task\":\"t1\"}");
    service.on(
        "GET /v1/tasks/t1",
        200,
        "{\"id\":\"t1\",\"verb\":\"provide\",\"state\":\"done\",\"reason\":null}");
    service.on("GET /v1/nodes/7", 200, StandInService.node("\"provision_state\":\"available\""));
    assertThat(stage.run("provide", "7")).isEqualTo(new Played(0, "node 7 is available\n", ""));
    assertThat(service.asked)
        .first()
        .isEqualTo("PUT /v1/nodes/7/states/provision {\"target\":\"provide\"}");
    assertThat(stage.run("manage", "7", "--no-wait"))
        .isEqualTo(new Played(0, "task t1 is to manage node 7\n", ""));
    for (String verb : List.of("inspect", "clean")) {
      assertThat(stage.run(verb, "7", "--no-wait"))
          .isEqualTo(new Played(0, "task t1 is to %s node 7\n".formatted(verb), ""));
      assertThat(service.asked)
          .last()
          .isEqualTo("PUT /v1/nodes/7/states/provision {\"target\":\"%s\"}".formatted(verb));
    }
  }

  @Test
  void passesOverWhatANewerServiceSaysAndShowsItAsItCame() {
    String newer =
        StandInService.node(
            "\"provision_state\":\"available\",\"rack\":{\"unit\":[1, 2]},\"details\":7");
    service.on("GET /v1/nodes/7", 200, newer);
    service.on("GET /v1/nodes?limit=1000", 200, "{\"nodes\":[" + newer + "], \"sum\":1}");
    assertThat(stage.run("show", "7").out()).contains("state          free\n");
    assertThat(stage.run("show", "7", "--json").out()).isEqualTo(newer + "\n");
    assertThat(stage.run("list").out()).contains(" 7  -    -");
    assertThat(stage.run("list", "--json").out())
        .isEqualTo("{\"nodes\":[" + newer + "], \"sum\":1}\n");
    String ended = "{\"id\":\"t1\", \"verb\":\"provide\", \"state\":\"done\", \"mood\":\"good\"}";
    service.on("PUT /v1/nodes/7/states/provision", 202, "{\"node_id\":7, \"task\":\"t1\"}");
    service.on("GET /v1/tasks/t1", 200, ended);
    assertThat(stage.run("provide", "7", "--json").out()).isEqualTo(ended + "\n");
    assertThat(stage.run("provide", "7", "--json", "--no-wait").out())
        .isEqualTo("{\"node_id\":7, \"task\":\"t1\"}\n");
  }

  @Test
  void anAnswerThatIsNoNodeIsToldInALine() {
    for (String other : new String[] {"{}", "{\"power\":null}", "[]", "null", "7", ""}) {
      service.on("GET /v1/nodes/7", 200, other);
      Played played = stage.run("show", "7");
      assertThat(played.exitCode()).as(other).isEqualTo(1);
      assertThat(played.err())
          .as(other)
          .startsWith(
              "nova-baremetal-nodemanager: the answer 200 does not come from this service: ");
      assertThat(played.err().lines()).as(other).hasSize(1);
    }
  }

  @Test
  void aNodeThatCouldNotBeManagedIsAFailureWithItsReason() {
    service.on("PUT /v1/nodes/7/states/provision", 202, "{\"node_id\":7,\"task\":\"t1\"}");
    service.on(
        "GET /v1/tasks/t1",
        200,
        """
        {"id":"t1","verb":"manage","state":"failed","reason":"try the BMC: no answer"}""");
    service.on("GET /v1/nodes/7", 200, StandInService.node("\"provision_state\":\"enroll\""));
    assertThat(stage.run("manage", "7"))
        .isEqualTo(new Played(1, "node 7 is enroll: try the BMC: no answer\n", ""));
  }

  @Test
  void letsTheLightShine() {
    service.on("POST /v1/nodes/7/bmc/action", 204, "");
    assertThat(stage.run("identify", "7"))
        .isEqualTo(new Played(0, "the identify LED is on at node 7\n", ""));
    assertThat(stage.run("identify", "7", "--seconds", "0").out())
        .isEqualTo("the identify LED is off\n");
    assertThat(service.asked)
        .containsExactly(
            "POST /v1/nodes/7/bmc/action {\"action\":\"identify\",\"seconds\":15}",
            "POST /v1/nodes/7/bmc/action {\"action\":\"identify\",\"seconds\":0}");
  }
}
