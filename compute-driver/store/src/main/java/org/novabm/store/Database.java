package org.novabm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.novabm.spi.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.SpringProperties;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database and how to talk to it.
 *
 * @param url JDBC address: {@code jdbc:mysql://host:3306/nova_bm}, for MariaDB too, or that of
 *     {@link #embedded}
 * @param user account
 * @param password its password
 * @param tls how the connection to a server is protected
 * @param connections how many at most, at least 1
 */
public record Database(String url, String user, Secret password, DatabaseTls tls, int connections) {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

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
        DatabaseTls.UNSAID,
        CONNECTIONS);
  }

  /** For messages: without parameters, some of which hold passwords of key stores. */
  @Override
  public String toString() {
    return url.replaceFirst("[?;].*", "");
  }

  /** Connections one by one, for tools. */
  public DataSource unpooled() {
    warn();
    DriverManagerDataSource source = new DriverManagerDataSource(url);
    source.setConnectionProperties(properties(options()));
    return source;
  }

  /**
   * Opens a pool.
   *
   * @throws IllegalStateException when a server is to be asked what it is and does not answer
   */
  public HikariDataSource open() {
    OwnFiles.prepare(url);
    // asked for the type of a null, MariaDB's driver prepares the statement once more and then
    // throws
    SpringProperties.setFlag(StatementCreatorUtils.IGNORE_GETPARAMETERTYPE_PROPERTY_NAME);
    warn();
    Map<String, String> options = options();
    String driver = driverUrl(options);
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
    options.forEach(config::addDataSourceProperty);
    if (driver.startsWith(MYSQL)) {
      PREPARED_ONCE.forEach(config::addDataSourceProperty);
      FEW_ROUND_TRIPS.forEach(config::addDataSourceProperty);
    } else if (driver.startsWith(MARIADB)) {
      config.addDataSourceProperty("useServerPrepStmts", "true");
      if (!options.isEmpty()) {
        config.addDataSourceProperty("sslMode", tls.mode(true));
      }
    }
    return new HikariDataSource(config);
  }

  private void warn() {
    String warning = InClear.warning(url, tls);
    if (warning != null) {
      LOG.warn("{}", warning);
    }
  }

  /** Of Connector/J, which the other driver knows as well but for one value. */
  private Map<String, String> options() {
    if (tls.check() == DatabaseTls.Check.UNSAID) {
      return Map.of();
    }
    Map<String, String> options = DriverStores.options(tls);
    options.put("sslMode", tls.mode(false));
    return options;
  }

  private Properties properties(Map<String, String> options) {
    Properties properties = new Properties();
    properties.putAll(options);
    properties.setProperty("user", user);
    properties.setProperty("password", password.reveal());
    return properties;
  }

  /** Operators write mysql for MariaDB too, but each server needs its own driver. */
  private String driverUrl(Map<String, String> options) {
    if (!url.startsWith(MYSQL)) {
      return url;
    }
    try (Connection connection = DriverManager.getConnection(url, properties(options))) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      return version.contains("MariaDB") ? MARIADB + url.substring(MYSQL.length()) : url;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the database %s does not answer: %s; check address, account, certificates and server"
              .formatted(this, cause(e)),
          e);
    }
  }

  /** The driver's own message says "Communications link failure" and nothing else. */
  private static String cause(SQLException failure) {
    Throwable deeper = failure.getCause();
    if (deeper == null) {
      return String.valueOf(failure.getMessage());
    }
    while (deeper.getCause() != null) {
      deeper = deeper.getCause();
    }
    return failure.getMessage() + " (" + deeper.getMessage() + ")";
  }
}
