package org.novabm.store.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.spi.Secret;
import org.novabm.store.Database;
import org.novabm.store.DatabaseTls;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL 8.4 in a container. */
public final class MySqlContainer implements DatabaseServer {

  private final MySQLContainer container =
      new MySQLContainer("mysql:8.4").withUsername("root").withPassword("test");
  private final AtomicInteger count = new AtomicInteger();

  private MySqlContainer() {}

  /** Starts one; skips the test where no Docker engine answers. */
  public static DatabaseServer start() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker engine answers (Debian package docker.io)");
    MySqlContainer server = new MySqlContainer();
    server.container.start();
    return server;
  }

  @Override
  public Database fresh() {
    String name = "nova_bm" + count.incrementAndGet();
    try (var connection = DriverManager.getConnection(container.getJdbcUrl(), "root", "test");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url =
        "jdbc:mysql://%s:%d/%s".formatted(container.getHost(), container.getMappedPort(3306), name);
    return new Database(url, "root", Secret.of("test"), DatabaseTls.UNSAID, 16);
  }

  @Override
  public void close() {
    container.stop();
  }
}
