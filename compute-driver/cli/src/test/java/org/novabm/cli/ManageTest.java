package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.cli.Stage.Played;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.settings.Settings;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceStore;
import org.novabm.store.JdbcServiceStore;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

class ManageTest {

  private static final Duration LEASE = Duration.ofSeconds(15);

  @TempDir Path folder;

  private final Stage stage = new Stage(NovaBaremetalManage::commandLine);

  @Test
  void makesAndUpgradesTheSchema() throws IOException {
    configure("");
    assertThat(stage.run("db", "version")).isEqualTo(new Played(0, "0\n", ""));

    Played first = stage.run("db", "sync", "--version", "1");
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).endsWith("the schema is at version 1\n");
    assertThat(stage.run("db", "version").out()).isEqualTo("1\n");

    assertThat(stage.run("db", "sync").exitCode()).isZero();
    assertThat(Integer.parseInt(stage.run("db", "version").out().strip())).isGreaterThan(1);

    Played back = stage.run("db", "sync", "--version", "1");
    assertThat(back.exitCode()).isEqualTo(1);
    assertThat(back.err()).contains("cannot go back to 1");
  }

  @Test
  void takesTheConfigurationBeforeTheCommandToo() throws IOException {
    Path other = Files.writeString(folder.resolve("other.conf"), "[baremetal]\nnonsense = 1\n");
    assertThat(stage.run("--config-file", other.toString(), "db", "version").err())
        .contains("other.conf:2");
    assertThat(stage.run("--config-file=" + other, "db", "version").err()).contains("other.conf:2");
    assertThat(stage.run("--config-file", other.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() throws IOException {
    configure("[baremetal]\nsql_connection = sqlite:///x\n");
    Played played = stage.run("db", "version");
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).contains("SQLite, which is not read");
  }

  @Test
  void saysWhenTheDatabaseDoesNotAnswer() throws IOException {
    configure("[baremetal]\nsql_connection = mysql://nova:s3cret@127.0.0.1:1/nova_bm\n");
    Played played = stage.run("db", "sync");
    assertThat(played.exitCode()).isEqualTo(3);
    assertThat(played.err())
        .contains("the database jdbc:mysql://127.0.0.1:1/nova_bm cannot be opened")
        .doesNotContain("s3cret");
  }

  @Test
  void refusesWrongUsage() {
    assertThat(stage.run("db").exitCode()).isEqualTo(2);
    assertThat(stage.run("db", "sync", "--version", "0").exitCode()).isEqualTo(2);
    assertThat(stage.run("node", "list").exitCode()).isEqualTo(2);
  }

  @Test
  void writesItsVersion() {
    assertThat(stage.run("version").out()).startsWith("novabm ");
    assertThat(stage.run("--version").out()).isEqualTo(stage.run("version").out());
  }

  @Test
  void completesEveryCommandInBash() throws IOException, InterruptedException {
    String script = stage.run("bash-completion").out();
    assertThat(script)
        .contains("nova-baremetal-manage")
        .contains("nova-baremetal-nodemanager")
        .contains("nova-baremetal-switchmanager");
    Path file = Files.writeString(folder.resolve("completion"), script);
    Process bash = new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start();
    assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(bash.exitValue()).isZero();

    assertThat(stage.run("bash-completion", "nova-baremetal-manage").out())
        .doesNotContain("nodemanager");
    assertThat(stage.run("bash-completion", "nova").err())
        .isEqualTo(
            "nova-baremetal-manage: 'nova' is none of these commands; leave it out for all\n");
  }

  @Test
  void listsDrainsAndEnablesComputeHosts() throws IOException {
    configure("");
    stage.run("db", "sync");
    assertThat(stage.run("service", "list").out())
        .isEqualTo("HOST  STATE  SEEN  SINCE  NODES  AWAY  TASKS  PID  DRAINED\n");
    Played unknown = stage.run("service", "drain", "h1");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("no nova-compute of host h1 ever ran");
    services().take("h1", null, ServiceProcess.current("1.0", Instant.now()), LEASE);

    assertThat(stage.run("service", "drain", "h1", "--reason", "a new kernel").out())
        .isEqualTo("host h1 takes no new instances: a new kernel\n");

    assertThat(stage.run("service", "list").out())
        .contains("h1    up     ")
        .endsWith(ProcessHandle.current().pid() + "  a new kernel\n");
    assertThat(stage.run("service", "list", "--json").out())
        .startsWith("{\"services\":[{\"host\":\"h1\",\"state\":\"up\",\"seen\":\"20")
        .contains("\"drained\":\"a new kernel\"");
    assertThat(stage.run("service", "drain", "h1", "--reason", "x".repeat(256)).exitCode())
        .isEqualTo(2);
    assertThat(stage.run("service", "enable", "h1").out())
        .isEqualTo("host h1 takes new instances\n");
    assertThat(Objects.requireNonNull(services().find("h1")).drained()).isNull();
  }

  @Test
  void leavesALineOfWhatItChangedInTheDatabase() throws IOException {
    configure("");
    stage.run("db", "sync");
    services().take("h1", null, ServiceProcess.current("1.0", Instant.now()), LEASE);
    stage.environment.put("SUDO_USER", "alice");
    ListAppender<ILoggingEvent> trail = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger("org.novabm.audit");
    trail.start();
    log.addAppender(trail);
    try {
      stage.run("service", "drain", "h1", "--reason", "a new kernel");
      stage.run("service", "enable", "h1");
      stage.run("service", "drain", "h2\" status=200\n");
      stage.run("service", "list");
    } finally {
      log.detachAppender(trail);
    }
    String by = "change by=nova-baremetal-manage user=alice call=";
    assertThat(trail.list.stream().map(ILoggingEvent::getFormattedMessage))
        .containsExactly(
            by + "\"service drain h1\" outcome=done",
            by + "\"service enable h1\" outcome=done",
            by + "\"service drain h2? status=200?\" outcome=unknown-host");
  }

  @Test
  void theToolsLoggingLetsTheLineThrough() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator reader = new JoranConfigurator();
    reader.setContext(context);
    reader.doConfigure(
        Objects.requireNonNull(getClass().getResource("/org/novabm/cli/logging.xml")));
    assertThat(context.getLogger("org.novabm.audit").isInfoEnabled()).isTrue();
    assertThat(context.getLogger("org.novabm.store").isWarnEnabled()).isFalse();
    context.stop();
  }

  private ServiceStore services() {
    ConfigArguments arguments = new ConfigArguments();
    new CommandLine(arguments).parseArgs("--config-file", folder.resolve("nova.conf").toString());
    Settings settings = Settings.from(arguments.read(ConfigSearch.of("nova-compute")));
    return JdbcServiceStore.on(DatabaseOptions.open(settings), InstantSource.system());
  }

  private void configure(String more) throws IOException {
    Files.writeString(
        folder.resolve("nova.conf"),
        "[DEFAULT]\nhost = rack1\nstate_path = " + folder + "\n" + more);
    stage.configuredIn(folder);
  }
}
