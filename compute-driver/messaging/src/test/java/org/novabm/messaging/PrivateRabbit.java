package org.novabm.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.novabm.messaging.rpc.BrokerSettings;

/**
 * A real RabbitMQ of one's own: free ports on loopback, a temporary folder, stopped by process id.
 */
public final class PrivateRabbit implements AutoCloseable {

  private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final Path EPMD = Path.of("/usr/bin/epmd");

  private final Path folder;
  private final int port = freePort();
  private final int distributionPort = freePort();
  private final int namesPort = freePort();
  private final String node = "novabm" + port + "@localhost";
  private @Nullable Process names;
  private @Nullable Process server;

  private PrivateRabbit(Path folder) {
    this.folder = folder;
  }

  /** One that listens by TLS alone. */
  public static PrivateRabbit startTls(Path folder, Path certificate, Path key) {
    try {
      Files.writeString(
          folder.resolve("rabbitmq.conf"),
          """
          listeners.tcp = none
          listeners.ssl.1 = 127.0.0.1:%%d
          ssl_options.certfile = %s
          ssl_options.keyfile = %s
          ssl_options.verify = verify_none
          """
              .formatted(certificate, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(folder);
  }

  /** Starts one, or skips the test when there is none installed. */
  public static PrivateRabbit start(Path folder) {
    Assumptions.assumeTrue(
        Files.isExecutable(SERVER) && Files.isExecutable(EPMD),
        "RabbitMQ is not installed (Debian package rabbitmq-server)");
    PrivateRabbit rabbit = new PrivateRabbit(folder);
    try {
      rabbit.configure();
      rabbit.startNames();
      rabbit.startServer();
      return rabbit;
    } catch (RuntimeException e) {
      rabbit.close();
      throw e;
    }
  }

  public BrokerSettings settings() {
    return BrokerSettings.of(url(), "test");
  }

  public String url() {
    return "rabbit://guest:guest@127.0.0.1:" + port + "/";
  }

  /** Kills it and starts it again on the same files. */
  public void restart() {
    kill();
    startServer();
  }

  /** Kills it; connections break. */
  public void kill() {
    end(server);
    server = null;
  }

  /** Starts it again after {@link #kill()}. */
  public void startServer() {
    server = run(List.of(SERVER.toString()), "server.log");
    await(port);
  }

  @Override
  public void close() {
    kill();
    end(names);
  }

  /** The port of a configured listener was not known when it was written. */
  private void configure() {
    Path file = folder.resolve("rabbitmq.conf");
    try {
      if (Files.exists(file)) {
        Files.writeString(file, Files.readString(file).formatted(port));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startNames() {
    names =
        run(List.of(EPMD.toString(), "-address", "127.0.0.1", "-port", "" + namesPort), "epmd.log");
    await(namesPort);
  }

  private Process run(List<String> command, String log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment() {
    boolean configured = Files.exists(folder.resolve("rabbitmq.conf"));
    Map<String, String> all = new HashMap<>(usual(configured ? "rabbitmq" : "none"));
    if (!configured) {
      all.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
      all.put("RABBITMQ_NODE_PORT", Integer.toString(port));
    }
    return all;
  }

  private Map<String, String> usual(String config) {
    return Map.ofEntries(
        Map.entry("HOME", folder.toString()),
        Map.entry("RABBITMQ_NODENAME", node),
        Map.entry("RABBITMQ_DIST_PORT", Integer.toString(distributionPort)),
        Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString()),
        Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
        Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
        Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString()),
        Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve(config).toString()),
        // makes the start script become the server, so that the process id is the server's
        Map.entry("NOTIFY_SOCKET", folder.resolve("notify").toString()),
        Map.entry("ERL_EPMD_PORT", Integer.toString(namesPort)),
        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"));
  }

  private static void await(int port) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> answers(port));
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void end(@Nullable Process process) {
    if (process == null) {
      return;
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
