package org.novabm.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.Rack;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Waiting;

/**
 * What an operator runs, in a rack's namespace: MariaDB, RabbitMQ, nova-compute, the tools; and a
 * scheduler's client.
 */
final class Site implements AutoCloseable {

  static final String HOST = "e2e-host.example";
  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Duration PATIENT = Duration.ofMinutes(5);

  private final Rack rack;
  private final Path folder;
  private final Waiting waiting = new Waiting(line -> System.out.println("[e2e] " + line));
  private final List<AutoCloseable> running = new ArrayList<>();
  private @Nullable Daemon compute;

  Site(Rack rack, Path folder) {
    this.rack = rack;
    this.folder = folder;
  }

  String transportUrl() {
    return "rabbit://guest:guest@127.0.0.1:5672/";
  }

  Path configuration() {
    return folder.resolve("nova.conf");
  }

  void startDatabase() throws IOException {
    Path data = Files.createDirectories(folder.resolve("mariadb"));
    Program.of(
            "mariadb-install-db",
            "--no-defaults",
            "--user=root",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--datadir=" + data)
        .within(PATIENT)
        .output();
    Path socket = data.resolve("socket");
    start(
        "mariadbd",
        List.of(
            "mariadbd",
            "--no-defaults",
            "--user=root",
            "--datadir=" + data,
            "--socket=" + socket,
            "--bind-address=127.0.0.1",
            "--port=3306",
            "--pid-file=" + data.resolve("own.pid")),
        Map.of(),
        data);
    waiting.until("MariaDB", PATIENT, () -> sql(socket, "select 1").run().status() == 0);
    sql(
            socket,
            "create database nova_bm; create user nova@'%' identified by 'nova'; grant all on nova_bm.* to nova@'%'")
        .output();
  }

  void startBroker() throws IOException {
    Path data = Files.createDirectories(folder.resolve("rabbitmq"));
    Path plugins = Files.writeString(data.resolve("plugins"), "[].");
    String none = data.resolve("none").toString();
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("HOME", data.toString()),
            Map.entry("RABBITMQ_NODENAME", "e2e@localhost"),
            Map.entry("RABBITMQ_MNESIA_BASE", data.resolve("mnesia").toString()),
            Map.entry("RABBITMQ_LOG_BASE", data.resolve("log").toString()),
            Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            Map.entry("RABBITMQ_NODE_PORT", "5672"),
            Map.entry("RABBITMQ_DIST_PORT", "25672"),
            Map.entry("RABBITMQ_PID_FILE", data.resolve("server.pid").toString()),
            Map.entry("ERL_EPMD_PORT", "4369"),
            Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
            Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", plugins.toString()),
            Map.entry("RABBITMQ_CONFIG_FILE", none),
            Map.entry("RABBITMQ_CONF_ENV_FILE", none));
    running.add(this::stopNameServer);
    // the server is a child of its script, and writes a pid file of its own
    OwnedProcess server = new OwnedProcess(data.resolve("server.pid"), data);
    running.add(() -> server.stop(PATIENT, waiting));
    start("rabbitmq", List.of("/usr/lib/rabbitmq/bin/rabbitmq-server"), environment, data);
    waiting.until(
        "RabbitMQ",
        PATIENT,
        () -> inside("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5672").run().status() == 0);
  }

  void startCompute(String extra) throws IOException {
    var record = rack.record();
    Files.writeString(
        configuration(),
        """
        [DEFAULT]
        host = %s
        my_ip = %s
        state_path = %s
        transport_url = %s
        [baremetal]
        sql_connection = mysql://nova:nova@127.0.0.1/nova_bm
        pxe_append_params = console=ttyS0 quiet
        [novabm]
        image_root = %s
        provisioning_vlan = %d
        tenant_vlan = %d
        tenant_networks = %s:%d
        deploy_tftp_port = 0
        [oslo_messaging_notifications]
        driver = messagingv2
        [deploy:agent]
        base_url = %s
        %s
        """
            .formatted(
                HOST,
                record.deployListen(),
                folder.resolve("state"),
                transportUrl(),
                folder.resolve("images"),
                record.provisioningVlan(),
                record.tenantVlan(),
                ScheduledMessages.NETWORK,
                record.tenantVlan(),
                record.deployUrl(),
                extra));
    tool("nova-baremetal-manage", "db", "sync").output();
    startService();
  }

  /** Starts nova-compute, also once more after {@link #killCompute()}. */
  void startService() {
    Daemon started =
        start(
            "nova-compute",
            List.of(
                CHECKOUT.resolve("bin/nova-compute").toString(),
                "--config-file",
                configuration().toString()),
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            configuration());
    compute = started;
    waiting.until("nova-compute", PATIENT, () -> answers(started));
  }

  private boolean answers(Daemon service) {
    service.mustLive();
    return tool("nova-baremetal-nodemanager", "list").run().status() == 0;
  }

  /** As the kernel kills a process: no goodbye. */
  void killCompute() {
    OwnedProcess process = Objects.requireNonNull(compute).process();
    process.pid().stream()
        .boxed()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .forEach(ProcessHandle::destroyForcibly);
    waiting.until("the end of nova-compute", PATIENT, () -> !process.alive());
  }

  Program tool(String name, String... words) {
    List<String> command = new ArrayList<>(rack.execPrefix());
    command.add(CHECKOUT.resolve("bin").resolve(name).toString());
    command.addAll(List.of(words));
    command.addAll(List.of("--config-file", configuration().toString()));
    return new Program(command)
        .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
        .within(PATIENT);
  }

  /** The real client; answers what it printed. */
  String send(String kind, String request) {
    List<String> command = new ArrayList<>(rack.execPrefix());
    command.addAll(
        List.of(
            "/usr/bin/python3",
            CHECKOUT.resolve("compute-driver/app/src/test/python/oslo_send.py").toString(),
            transportUrl(),
            HOST,
            kind));
    return new Program(command).reading(request).within(PATIENT).output();
  }

  /** The real listener; its log has one line an event. */
  Path listen() throws IOException {
    Path script = CHECKOUT.resolve("compute-driver/app/src/test/python/oslo_notified.py");
    Path log =
        start(
                "listener",
                List.of("/usr/bin/python3", script.toString(), transportUrl()),
                Map.of(),
                script)
            .log();
    waitFor("the listener", () -> read(log).contains("listening"));
    return log;
  }

  void waitFor(String what, BooleanSupplier condition) {
    waiting.until(what, PATIENT, condition);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<Exception> failures = new ArrayList<>();
    for (AutoCloseable one : running.reversed()) {
      try {
        one.close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("not everything could be stopped", failures.getFirst());
    }
  }

  /** Erlang's name server is started by the broker and outlives it. */
  private void stopNameServer() {
    waiting.until(
        "the end of epmd",
        PATIENT,
        () -> {
          List<ProcessHandle> left = nameServers();
          left.forEach(ProcessHandle::destroy);
          return left.isEmpty();
        });
  }

  private List<ProcessHandle> nameServers() {
    String namespace = Objects.requireNonNull(rack.record().namespace());
    return Program.of("ip", "netns", "pids", namespace)
        .output()
        .lines()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
        .filter(process -> process.info().command().orElse("").endsWith("/epmd"))
        .toList();
  }

  private Daemon start(
      String name, List<String> command, Map<String, String> environment, Path mark) {
    List<String> whole = new ArrayList<>(rack.execPrefix());
    whole.addAll(command);
    Daemon daemon =
        new Daemon(
            name,
            whole,
            environment,
            new OwnedProcess(folder.resolve(name + ".pid"), mark),
            folder.resolve(name + ".log"));
    running.add(() -> daemon.stop(waiting));
    daemon.start();
    return daemon;
  }

  private Program inside(String... words) {
    List<String> command = new ArrayList<>(rack.execPrefix());
    command.addAll(List.of(words));
    return new Program(command);
  }

  private Program sql(Path socket, String text) {
    return Program.of("mariadb", "--no-defaults", "--socket=" + socket, "-uroot", "-e", text);
  }
}
