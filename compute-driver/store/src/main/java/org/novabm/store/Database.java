package org.novabm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.novabm.spi.Secret;

/**
 * A database and how to talk to it.
 *
 * @param url JDBC address: {@code jdbc:mysql://host:3306/nova_bm}, for MariaDB as well, or one of
 *     {@link #embedded}
 * @param user account
 * @param password its password
 * @param connections how many at most, at least 1
 */
public record Database(String url, String user, Secret password, int connections) {

  /**
   * H2 in MySQL mode in a file of this process alone; a commit is on the disk before it returns.
   */
  public static Database embedded(Path file) {
    return new Database(
        "jdbc:h2:file:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0"
            .formatted(file.toAbsolutePath()),
        "novabm",
        Secret.EMPTY,
        16);
  }

  /** Opens a pool; it connects when it is first used. */
  public HikariDataSource open() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("nova_bm");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password.reveal());
    config.setMaximumPoolSize(connections);
    config.setInitializationFailTimeout(-1);
    // conditional updates must see what others committed, and not lock gaps between rows
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // transactions commit themselves; switching the mode to and fro costs two round trips each
    config.setAutoCommit(false);
    if (url.startsWith("jdbc:mysql:")) {
      config.addDataSourceProperty("useServerPrepStmts", "true");
      config.addDataSourceProperty("cachePrepStmts", "true");
      config.addDataSourceProperty("prepStmtCacheSqlLimit", "4096");
      config.addDataSourceProperty("useLocalSessionState", "true");
      config.addDataSourceProperty("cacheServerConfiguration", "true");
      config.addDataSourceProperty("maintainTimeStats", "false");
    }
    return new HikariDataSource(config);
  }
}
