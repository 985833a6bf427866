package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.cli.Stage.Played;

class NodeSetTest {

  private static final String BEFORE =
      """
      {"id":7,"address":"10.0.0.7","cpus":8,"memory_mb":16384,"local_gb":500,
       "power":{"address":"10.1.0.7","user":"root","manager":""},"terminal_port":0,
       "firmware":"bios","switch_id":1,"switch_port":"p1","version":5}
      """;

  @TempDir Path folder;

  private final StandInService service = new StandInService();
  private final Stage stage =
      new Stage(NovaBaremetalNodeManager::commandLine).api(service.address());

  @BeforeEach
  void answer() {
    service.on("GET /v1/nodes/7", 200, BEFORE);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Played set(String line) {
    return stage.run(("set 7 " + line).strip().split(" "));
  }

  @Test
  void sendsWhatIsNamedAndTellsWhatChanged() throws IOException {
    Path password = Files.writeString(folder.resolve("bmc"), "s3cret\n");
    service.on(
        "PATCH /v1/nodes/7",
        200,
        BEFORE.replace("10.1.0.7", "10.1.0.9:6230").replace("\"cpus\":8", "\"cpus\":16"));
    assertThat(set("--cpus 16 --bmc-address 10.1.0.9:6230 --bmc-password @" + password))
        .isEqualTo(
            new Played(
                0,
                """
                node 7 changed
                cpus           8 -> 16
                bmc            10.1.0.7 -> 10.1.0.9:6230
                bmc password   as given
                """,
                ""));
    assertThat(service.asked)
        .containsExactly(
            "GET /v1/nodes/7",
            """
            PATCH /v1/nodes/7 {"version":5,"cpus":16,\
            "power":{"address":"10.1.0.9:6230","password":"s3cret"}}""");
  }

  @Test
  void sendsEveryOption() {
    service.on("PATCH /v1/nodes/7", 200, BEFORE);
    stage.input("s3cret");
    assertThat(
            set("--address 10.0.0.8 --cpus 1 --memory-mb 2 --local-gb 3 --bmc-address b --bmc-user u"
                    + " --bmc-password - --power-manager fake --terminal-port 8023 --firmware uefi"
                    + " --switch 2 --switch-port p2")
                .exitCode())
        .isZero();
    assertThat(service.asked.getLast())
        .isEqualTo(
            """
            PATCH /v1/nodes/7 {"version":5,"address":"10.0.0.8","cpus":1,"memory_mb":2,"local_gb":3,\
            "power":{"address":"b","user":"u","password":"s3cret","manager":"fake"},\
            "terminal_port":8023,"firmware":"uefi","switch_id":2,"switch_port":"p2"}""");
  }

  @Test
  void aDashTakesSwitchAndPowerManagerAway() {
    service.on(
        "PATCH /v1/nodes/7",
        200,
        BEFORE.replace("\"switch_id\":1,\"switch_port\":\"p1\"", "\"switch_id\":null"));
    assertThat(set("--switch - --power-manager -").out())
        .isEqualTo("node 7 changed\nswitch         1 -> -\nswitch port    p1 -> -\n");
    assertThat(service.asked.getLast())
        .isEqualTo(
            "PATCH /v1/nodes/7 {\"version\":5,\"power\":{\"manager\":\"\"},\"switch_id\":null}");
  }

  @Test
  void addsToWhatIsSaidAndTakesAway() {
    String said =
        BEFORE.replace(
            "\"version\":5",
            """
            "resource_class":"gold","traits":["A","B"],"properties":{"rack":"r7","unit":"1"},
            "root_device":{"size":">= 60"},"retired":false,"retired_reason":null,
            "protected":true,"protected_reason":"mine","version":5""");
    service.on("GET /v1/nodes/7", 200, said);
    service.on(
        "PATCH /v1/nodes/7",
        200,
        said.replace("[\"A\",\"B\"]", "[\"B\",\"C\"]")
            .replace(
                "\"retired\":false,\"retired_reason\":null",
                "\"retired\":true,\"retired_reason\":\"old\""));
    assertThat(
            set("--resource-class - --trait C --no-trait A --property unit=2 --no-property rack"
                    + " --root-device serial=S=1 --retired old --protected -")
                .out())
        .isEqualTo(
            """
            node 7 changed
            traits         A, B -> B, C
            retired        false -> true
            retired for    - -> old
            """);
    assertThat(service.asked.getLast())
        .isEqualTo(
            """
            PATCH /v1/nodes/7 {"version":5,"resource_class":"","traits":["B","C"],"properties":{"unit":"2"},\
            "root_device":{"serial":"S=1","size":">= 60"},"retired":true,"retired_reason":"old",\
            "protected":false}""");
  }

  @Test
  void tellsThatItWasSoAlreadyAndWhyItIsRefused() {
    service.on("PATCH /v1/nodes/7", 200, BEFORE);
    assertThat(set("--cpus 8").out()).isEqualTo("node 7 was so already\n");
    assertThat(set("--cpus 8 --json").out()).isEqualTo(BEFORE + "\n");
    service.on(
        "PATCH /v1/nodes/7",
        409,
        "{\"conflictingRequest\":{\"code\":409,\"message\":\"deploy is under way\"}}");
    assertThat(set("--cpus 9"))
        .isEqualTo(new Played(1, "", "nova-baremetal-nodemanager: deploy is under way\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""              | nova-baremetal-nodemanager: nothing to change; --help lists the options
          --cpus 0        | Invalid value for option '--cpus': '0' is not a whole number from 1 on
          --switch x      | Invalid value for option '--switch': 'x' is neither a whole number from 1 on nor -
          --bmc-password -| nova-baremetal-nodemanager: there is no password in standard input
          """)
  void refusesWrongUseBeforeItAsks(String line, String message) {
    Played played = set(line);
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).startsWith(message + "\n");
    assertThat(service.asked).isEmpty();
  }
}
