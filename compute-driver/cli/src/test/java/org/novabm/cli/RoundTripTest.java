package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.cli.Stage.Played;
import org.novabm.node.BmcSecrets;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.spi.MacAddress;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands against the service itself, its stores and a database on file. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoundTripTest {

  @TempDir static Path folder;

  private static ConfigurableApplicationContext service;

  private final Stage switches = new Stage(NovaBaremetalSwitchManager::commandLine);
  private final Stage nodes = new Stage(NovaBaremetalNodeManager::commandLine);

  @BeforeAll
  static void start() {
    service =
        new SpringApplicationBuilder(RealService.class)
            .run(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.flyway.enabled=false",
                "--spring.jpa.open-in-view=false",
                "--test.folder=" + folder);
  }

  @BeforeEach
  void name() throws IOException {
    String address =
        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    switches.api(address).tokenFile(RealService.tokenFile(folder));
    nodes.api(address).tokenFile(RealService.tokenFile(folder));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The first of all, for it names numbers. */
  @Test
  @Order(1)
  void aMachineComesAndGoes() {
    assertThat(switches.input("s3cret").run("add", "10.2.0.1:6640", "admin", "-", "fake", "top"))
        .isEqualTo(new Played(0, "switch 1 added: 10.2.0.1:6640\n", ""));

    String line = "add 10.0.0.7 52:54:00:ac:00:01 8 16384 500 10.1.0.7 root - 1 p1";
    assertThat(nodes.input("s3cret").run(line.split(" ")))
        .isEqualTo(new Played(0, "node 1 added: 52:54:00:ac:00:01\n", ""));
    assertThat(nodes.input("s3cret").run(line.split(" ")).exitCode()).isEqualTo(1);

    assertThat(nodes.run("list").out())
        .isEqualTo(
            """
            ID  MAC                ADDRESS   CPUS  RAM MB  HDD GB  BMC       SWITCH  PORT  STATE  INSTANCE
             1  52:54:00:ac:00:01  10.0.0.7     8   16384     500  10.1.0.7       1  p1    free   -
            """);
    Played refused = switches.run("delete", "1");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).startsWith("nova-baremetal-switchmanager: ");

    NodeStore pool = service.getBean(NodeStore.class);
    UUID instance = UUID.randomUUID();
    assertThat(pool.claim(1, new Occupant(instance, "web1"))).isTrue();
    assertThat(nodes.run("show", "52:54:00:ac:00:01").out())
        .contains("state          building\n")
        .contains("instance       " + instance + " web1\n");
    assertThat(nodes.run("delete", "1").err()).contains(instance.toString());

    assertThat(nodes.run("delete", "1", "--force").exitCode()).isZero();
    assertThat(nodes.run("show", "1").exitCode()).isEqualTo(1);
    assertThat(switches.run("delete", "1").exitCode()).isZero();
  }

  @Test
  void aMachineIsGivenAnotherBmcAndPassword() {
    String line = "add 10.0.0.9 52:54:00:ac:00:09 8 16384 500 10.1.0.9 root - - -";
    nodes.input("s3cret").run(line.split(" "));
    NodeStore pool = service.getBean(NodeStore.class);
    MacAddress mac = new MacAddress("52:54:00:ac:00:09");
    Node before = Objects.requireNonNull(pool.findByMac(mac));
    String set = "set " + mac + " --bmc-address 10.1.0.10:6230 --bmc-password - --firmware uefi";
    assertThat(nodes.input("s3cret2").run(set.split(" ")))
        .isEqualTo(
            new Played(
                0,
                """
                node %d changed
                bmc            10.1.0.9 -> 10.1.0.10:6230
                firmware       bios -> uefi
                bmc password   as given
                """
                    .formatted(before.id()),
                ""));
    Node now = Objects.requireNonNull(pool.findByMac(mac));
    assertThat(password(now)).isEqualTo("s3cret2");
    assertThat(now.power().user()).isEqualTo("root");
    assertThat(now.version()).isEqualTo(before.version() + 1);
  }

  private String password(Node node) {
    return service.getBean(BmcSecrets.class).open(node.id()).password().reveal();
  }

  @Test
  void aMachineIsDescribedAndHeld() {
    String line =
        "add 10.0.0.6 52:54:00:ac:00:06 8 16384 500 10.1.0.6 root - - - --resource-class gold"
            + " --trait CUSTOM_RAID --root-device size=>=60 --deploy-interface fake --boot-interface fake";
    nodes.input("s3cret").run(line.split(" "));
    String mac = "52:54:00:ac:00:06";
    assertThat(nodes.run("set", mac, "--retired", "out of warranty", "--property", "rack=r7").err())
        .isEmpty();
    assertThat(nodes.run("maintenance", mac, "--reason", "a disk", "--until", "2h").out())
        .startsWith("node " + mac + " is held by 'operator' by 127.0.0.1: a disk, until 2");
    assertThat(nodes.run("show", mac).out())
        .contains(
            """
            resource class gold
            traits         CUSTOM_RAID
            property       rack r7
            root device    size >=60
            deployed by    fake
            booted by      fake
            retired        out of warranty
            held by        'operator' by 127.0.0.1: a disk, until 2""");
    assertThat(nodes.run("list").out()).contains("free, retired, held");
    assertThat(nodes.run("maintenance", mac, "--off").exitCode()).isZero();
    assertThat(nodes.run("maintenance", mac, "--off").exitCode()).isZero();
    assertThat(nodes.run("show", mac).out()).doesNotContain("held by");
    assertThat(nodes.run("delete", mac).exitCode()).isZero();
  }

  @Test
  void keepsPasswordsForTheDriverAlone() {
    String line = "add 10.0.0.8 52:54:00:ac:00:08 8 16384 500 10.1.0.8 root - - -";
    nodes.input("s3cret").run(line.split(" "));
    Node stored =
        Objects.requireNonNull(
            service.getBean(NodeStore.class).findByMac(new MacAddress("52:54:00:ac:00:08")));
    assertThat(password(stored)).isEqualTo("s3cret");
    assertThat(nodes.run("list", "--json").out()).doesNotContain("s3cret");
    assertThat(nodes.run("show", "52:54:00:ac:00:08", "--json").out()).doesNotContain("s3cret");
  }

  @Test
  void theServiceNamesTheManagersItHas() {
    Played played = switches.input("s3cret").run("add", "10.2.0.9", "admin", "-", "junos");
    assertThat(played)
        .isEqualTo(
            new Played(
                1,
                "",
                "nova-baremetal-switchmanager: driver names no installed switch manager;"
                    + " installed: fake\n"));
  }
}
