package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.cli.Stage.Played;

class NodeMaintenanceTest {

  private final StandInService service = new StandInService();
  private final Stage stage =
      new Stage(NovaBaremetalNodeManager::commandLine).api(service.address());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void placesAHoldAndTellsAllThereAre() {
    service.on(
        "PUT /v1/nodes/7/maintenance",
        200,
        """
        {"maintenance":[
         {"name":"fan","by":"10.0.0.1","reason":"a fan","since":"2026-03-04T05:10:00.000Z","until":null},
         {"name":"operator","by":"10.0.0.2","reason":"a disk","since":"2026-03-04T05:10:00.000Z",
          "until":"2026-03-04T07:10:00.000Z"}]}
        """);
    assertThat(
            stage.run(
                "maintenance", "7", "--reason", "a disk", "--until", "2026-03-04T08:10:00+01:00"))
        .isEqualTo(
            new Played(
                0,
                """
                node 7 is held by 'fan' by 10.0.0.1: a fan
                node 7 is held by 'operator' by 10.0.0.2: a disk, until 2026-03-04T07:10:00.000Z
                """,
                ""));
    assertThat(service.asked)
        .containsExactly(
            "PUT /v1/nodes/7/maintenance {\"reason\":\"a disk\",\"until\":\"2026-03-04T07:10:00Z\",\"name\":\"operator\"}");
  }

  @Test
  void releasesItByItsName() {
    service.on("DELETE /v1/nodes/7/maintenance?name=rack-7", 204, "");
    assertThat(stage.run("maintenance", "7", "--off", "--name", "rack-7"))
        .isEqualTo(new Played(0, "node 7 is not held by 'rack-7'\n", ""));
  }

  @ParameterizedTest
  @CsvSource({"30m, PT30M", "2h, PT2H", "7d, PT168H", "5s, PT5S"})
  void aSpanCountsFromNow(String text, String span) {
    Instant now = Instant.parse("2026-03-04T05:06:07Z");
    assertThat(EndTime.read(text, now)).isEqualTo(now.plus(Duration.parse(span)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                          | say why, by --reason; or --off to release it
          --off --reason x            | --off is used alone, or with --name
          --reason x --until tomorrow | --until: 'tomorrow' is neither a span such as 30m, 2h or 7d nor a time with its zone such as 2026-03-04T05:06:07Z
          --reason x --until 0h       | --until: '0h' is neither a span such as 30m, 2h or 7d nor a time with its zone such as 2026-03-04T05:06:07Z
          """)
  void refusesWrongUseBeforeItAsks(String line, String message) {
    Played played = stage.run(("maintenance 7 " + line).strip().split(" "));
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).isEqualTo("nova-baremetal-nodemanager: " + message + "\n");
    assertThat(service.asked).isEmpty();
  }
}
