package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novabm.cli.Stage.Played;

class SwitchManagerTest {

  private final StandInService service = new StandInService();
  private final Stage stage =
      new Stage(NovaBaremetalSwitchManager::commandLine).api(service.address());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void addsASwitch() {
    service.on("POST /v1/switches", 201, "{\"id\":4}");
    Played played =
        stage.input("s3cret\nrest").run("add", "10.2.0.1:22", "admin", "-", "junos", "rack 1");
    assertThat(played).isEqualTo(new Played(0, "switch 4 added: 10.2.0.1:22\n", ""));
    assertThat(service.asked)
        .containsExactly(
            """
            POST /v1/switches {"address":"10.2.0.1:22","user":"admin","password":"s3cret",\
            "driver":"junos","description":"rack 1"}""");
  }

  @Test
  void needsNoDescriptionAndWarnsOfAPasswordInTheOpen() {
    service.on("POST /v1/switches", 201, "{\"id\":4}");
    Played played = stage.run("add", "10.2.0.1", "admin", "s3cret", "junos");
    assertThat(played)
        .isEqualTo(
            new Played(
                0,
                "switch 4 added: 10.2.0.1\n",
                "warning: every user of this machine can read a password on the command line;"
                    + " give - or @file instead\n"));
  }

  @Test
  void listsInColumns() {
    service.on(
        "GET /v1/switches",
        200,
        """
        {"switches":[
         {"id":1,"address":"10.2.0.1","port":null,"user":"admin","driver":"junos","description":""},
         {"id":12,"address":"sw-2","port":6640,"user":"","driver":"openvswitch",
          "description":"rack 2, töp"}]}
        """);
    assertThat(stage.run("list"))
        .isEqualTo(
            new Played(
                0,
                """
                ID  ADDRESS    USER   DRIVER       DESCRIPTION
                 1  10.2.0.1   admin  junos
                12  sw-2:6640         openvswitch  rack 2, töp
                """,
                ""));
    assertThat(stage.coloured().run("list").out())
        .startsWith("\u001b[1mID  ADDRESS    USER   DRIVER       DESCRIPTION\u001b[0m\n");
  }

  @Test
  void writesTheAnswerAsItCame() {
    service.on("GET /v1/switches", 200, "{\"switches\":[]}");
    assertThat(stage.run("list", "--json").out()).isEqualTo("{\"switches\":[]}\n");
    assertThat(stage.run("list").out()).isEqualTo("ID  ADDRESS  USER  DRIVER  DESCRIPTION\n");
  }

  @Test
  void deletesASwitch() {
    service.on("DELETE /v1/switches/4", 204, "");
    assertThat(stage.run("delete", "4")).isEqualTo(new Played(0, "switch 4 deleted\n", ""));
  }

  @Test
  void saysWhyTheServiceRefused() {
    service.on(
        "DELETE /v1/switches/4",
        409,
        "{\"conflictingRequest\":{\"code\":409,\"message\":\"switch 4 has 2 nodes\"}}");
    assertThat(stage.run("delete", "4"))
        .isEqualTo(new Played(1, "", "nova-baremetal-switchmanager: switch 4 has 2 nodes\n"));
  }

  @Test
  void refusesWrongUsageBeforeItAsks() {
    Played played = stage.run("delete", "top");
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err())
        .startsWith(
            "Invalid value for positional parameter at index 0 (<id>):"
                + " 'top' is not a whole number from 1 on\n");
    assertThat(stage.run("add", "10.2.0.1").exitCode()).isEqualTo(2);
    assertThat(stage.run().exitCode()).isEqualTo(2);
    assertThat(service.asked).isEmpty();
  }
}
