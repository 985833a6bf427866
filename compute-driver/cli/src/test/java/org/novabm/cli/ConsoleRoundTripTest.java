package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.cli.Stage.Played;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.service.ServerProperties;
import org.novabm.conf.settings.Settings;
import org.novabm.console.Consoles;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.BmcProfile;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SerialPort;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** From the terminal over the service and its BMC to the machine's serial line, and back. */
class ConsoleRoundTripTest {

  @TempDir private Path folder;

  private final BmcFarm farm = BmcFarm.start();
  private final SerialPort machine = SerialPort.echoing();
  private final SimulatedBmc bmc =
      farm.add(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          BmcPlan.of(BmcAccount.of("root", Secret.of("s3cret")), new PlainChassis(PowerState.ON))
              .withSerial(machine)
              .with(BmcProfile.plain().with("refused=inventory:0xCC*")));
  private final Stage nodes = new Stage(NovaBaremetalNodeManager::commandLine);
  private final StringWriter shown = new StringWriter();
  private final StringWriter notices = new StringWriter();
  private ConfigurableApplicationContext service;
  private String address = "";

  @BeforeEach
  void start() throws IOException {
    OwnCertificate own = OwnCertificate.in(folder);
    service =
        new SpringApplicationBuilder(RealService.class)
            .properties(ServerProperties.of(encrypted(own).api()))
            .run(
                "--spring.flyway.enabled=false",
                "--spring.jpa.open-in-view=false",
                "--test.folder=" + folder);
    address =
        "https://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");
    nodes.api(address).tokenFile(RealService.tokenFile(folder));
    nodes.environment.put("NOVABM_CA_FILE", own.certificate().toString());
    String line = "add 10.0.0.7 52:54:00:ac:00:01 8 16384 500 127.0.0.1:" + bmc.address().getPort();
    Played added = nodes.input("s3cret").run((line + " root - - -").split(" "));
    assertThat(added.exitCode()).as(added.err()).isZero();
  }

  @AfterEach
  void stop() {
    service.close();
    farm.close();
  }

  private Settings encrypted(OwnCertificate own) throws IOException {
    Path conf =
        Files.writeString(
            folder.resolve("nova.conf"),
            """
            [DEFAULT]
            enabled_ssl_apis = osapi_compute
            [wsgi]
            ssl_cert_file = %s
            ssl_key_file = %s
            [novabm]
            api_port = 0
            """
                .formatted(own.certificate(), own.key()));
    return Settings.from(List.of(NovaConfFile.read(conf)));
  }

  private CompletableFuture<Integer> console(PipedInputStream keys, String... words) {
    Terminal terminal =
        new Terminal(keys, new PrintWriter(shown, true), new PrintWriter(notices, true), false);
    ToolContext session =
        new ToolContext(
            terminal,
            nodes.environment,
            new ConfigSearch(List.of(Path.of("/nonexistent")), "nova-compute"));
    return CompletableFuture.supplyAsync(
        () -> NovaBaremetalNodeManager.commandLine(session).execute(words));
  }

  private static void awaitText(StringWriter text, String expected) {
    await().untilAsserted(() -> assertThat(text.toString()).contains(expected));
  }

  private static void type(PipedOutputStream keys, String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  @Test
  void aPersonTypesSendsABreakAndLeaves() throws Exception {
    try (PipedOutputStream keys = new PipedOutputStream()) {
      CompletableFuture<Integer> end =
          console(new PipedInputStream(keys), "console", "52:54:00:ac:00:01");
      awaitText(notices, "the console of node 1");
      machine.say("login: ".getBytes(StandardCharsets.UTF_8));
      awaitText(shown, "login: ");
      type(keys, "root\r");
      awaitText(shown, "login: root\r\n");
      type(keys, "~B~?");
      await().until(() -> machine.breaks() == 1);
      awaitText(notices, EscapeKeys.HELP);
      type(keys, "\r~.");
      assertThat(end.get(30, TimeUnit.SECONDS)).isZero();
    }
    await().until(() -> !bmc.isConsoleActive());
  }

  @Test
  void aServiceWithAnotherCertificateHearsNoToken() {
    nodes.environment.remove("NOVABM_CA_FILE");
    Played played = nodes.run("list");
    assertThat(played.exitCode()).isEqualTo(3);
    assertThat(played.err()).contains("no answer from " + address).contains("certification path");
    nodes.environment.put("NOVABM_CA_FILE", folder.resolve("nova.conf").toString());
    assertThat(nodes.run("list").err()).contains("nova.conf holds no certificate");
  }

  @Test
  void whatAnInstanceSaidIsShown() {
    assertThat(nodes.run("console", "1", "--log"))
        .isEqualTo(
            new Played(
                1,
                "",
                "nova-baremetal-nodemanager: nothing was recorded of the console of node 1"
                    + " (52:54:00:ac:00:01)\n"));
    NodeStore pool = service.getBean(NodeStore.class);
    pool.claim(1, new Occupant(UUID.randomUUID(), "web1"));
    service.getBean(Consoles.class).begin(Objects.requireNonNull(pool.find(1)));
    await().until(bmc::isConsoleActive);
    machine.say("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8));
    await()
        .untilAsserted(
            () ->
                assertThat(nodes.run("console", "1", "--log", "--lines", "2").out())
                    .isEqualTo("two\nthree\n"));
    assertThat(nodes.run("console", "1", "--log", "--json").out())
        .isEqualTo("{\"console\":\"one\\ntwo\\nthree\\n\"}\n");
  }

  @Test
  void aNodeThatIsNotThereIsToldAsEverywhere() {
    Played played = nodes.run("console", "7");
    assertThat(played.exitCode()).isEqualTo(1);
    assertThat(played.err()).contains("there is no node '7'");
  }

  @Test
  void theBmcIsAskedAndItsLightShines() {
    assertThat(nodes.run("identify", "1").exitCode()).isZero();
    assertThat(bmc.light()).isEqualTo("for a while");
    assertThat(nodes.run("bmc", "1").out())
        .contains("mains return   always-on\n")
        .contains("CPU Temp  temperature  41 °C     good\n")
        .contains("not read: 127.0.0.1:");
  }
}
