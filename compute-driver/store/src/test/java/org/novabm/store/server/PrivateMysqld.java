package org.novabm.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.spi.Secret;
import org.novabm.store.Database;
import org.novabm.store.DatabaseTls;

/**
 * A running mysqld or mariadbd on a free port of the loopback, with an account root without
 * password.
 */
final class PrivateMysqld implements DatabaseServer {

  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final Path log;
  private final int port;
  private final AtomicInteger count = new AtomicInteger();

  private PrivateMysqld(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts the program with its own arguments, and adds where its files lie and where it listens.
   */
  static PrivateMysqld start(List<String> command, Path folder) throws IOException {
    int port = freePort();
    Path log = folder.resolve("server.log");
    List<String> whole = new ArrayList<>(command);
    whole.addAll(
        List.of(
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + folder.resolve("data"),
            "--socket=" + folder.resolve("s"),
            "--pid-file=" + folder.resolve("pid"),
            "--bind-address=127.0.0.1",
            "--port=" + port));
    Process process =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // also when a test is interrupted, or never comes to close it
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    PrivateMysqld server = new PrivateMysqld(process, log, port);
    await().atMost(START).pollInterval(Duration.ofMillis(100)).until(server::answers);
    return server;
  }

  /** Runs a command to its end. */
  static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  @Override
  public Database fresh() {
    String name = "nova_bm" + count.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url(""), "root", "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " character set utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(url(name), "root", Secret.EMPTY, DatabaseTls.UNSAID, 16);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String url(String database) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
  }

  private boolean answers() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended: " + Files.readString(log));
    }
    try (Connection connection = DriverManager.getConnection(url(""), "root", "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
