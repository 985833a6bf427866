package org.novabm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.novabm.spi.Secret;

/**
 * A database and how to talk to it.
 *
 * @param url JDBC address: {@code jdbc:mysql://host:3306/nova_bm}, for MariaDB too, or that of
 *     {@link #embedded}
 * @param user account
 * @param password its password
 * @param connections how many at most, at least 1
 */
public record Database(String url, String user, Secret password, int connections) {

  private static final int CONNECTIONS = 16;
  private static final String MYSQL = "jdbc:mysql:";
  private static final String MARIADB = "jdbc:mariadb:";

  private static final Map<String, String> PREPARED_ONCE =
      Map.of(
          "useServerPrepStmts", "true", "cachePrepStmts", "true", "prepStmtCacheSqlLimit", "4096");

  private static final Map<String, String> FEW_ROUND_TRIPS =
      Map.of(
          "useLocalSessionState", "true",
          "cacheServerConfiguration", "true",
          "maintainTimeStats", "false");

  /**
   * H2 in MySQL mode in a file of this process alone; a commit is on the disk before it returns.
   */
  public static Database embedded(Path file) {
    return new Database(
        "jdbc:h2:file:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0"
            .formatted(file.toAbsolutePath()),
        "novabm",
        Secret.EMPTY,
        CONNECTIONS);
  }

  /**
   * Opens a pool.
   *
   * @throws IllegalStateException when a server is to be asked what it is and does not answer
   */
  public HikariDataSource open() {
    OwnFiles.prepare(url);
    String driver = driverUrl();
    HikariConfig config = new HikariConfig();
    config.setPoolName("nova_bm");
    config.setJdbcUrl(driver);
    config.setUsername(user);
    config.setPassword(password.reveal());
    config.setMaximumPoolSize(connections);
    // conditional updates must see what others committed, and not lock gaps between rows
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // transactions commit themselves; switching the mode to and fro costs two round trips each
    config.setAutoCommit(false);
    if (driver.startsWith(MYSQL)) {
      PREPARED_ONCE.forEach(config::addDataSourceProperty);
      FEW_ROUND_TRIPS.forEach(config::addDataSourceProperty);
    } else if (driver.startsWith(MARIADB)) {
      config.addDataSourceProperty("useServerPrepStmts", "true");
    }
    return new HikariDataSource(config);
  }

  /** Operators write mysql for MariaDB too, but each server needs its own driver. */
  private String driverUrl() {
    if (!url.startsWith(MYSQL)) {
      return url;
    }
    try (Connection connection = DriverManager.getConnection(url, user, password.reveal())) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      return version.contains("MariaDB") ? MARIADB + url.substring(MYSQL.length()) : url;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the database %s does not answer: %s; check address, account and server"
              .formatted(url, e.getMessage()),
          e);
    }
  }
}
