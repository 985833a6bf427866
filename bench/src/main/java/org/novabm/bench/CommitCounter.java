package org.novabm.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.novabm.store.Database;

/** Counts the transactions and statements of a MariaDB or MySQL server. */
final class CommitCounter {

  private final @Nullable HikariDataSource server;

  /** Of a database that belongs to the service alone. */
  static final CommitCounter NONE = new CommitCounter(null);

  private CommitCounter(@Nullable HikariDataSource server) {
    this.server = server;
  }

  static CommitCounter of(Database database) {
    return database.url().startsWith("jdbc:h2:") ? NONE : new CommitCounter(database.open());
  }

  /** What a server has done. */
  record Count(long commits, long statements) {}

  @Nullable Count now() throws SQLException {
    return server == null
        ? null
        : new Count(status(server, "Com_commit"), status(server, "Questions"));
  }

  private static long status(HikariDataSource server, String name) throws SQLException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show global status like '" + name + "'")) {
      if (!row.next()) {
        throw new SQLException("the server does not count " + name);
      }
      return row.getLong(2);
    }
  }
}
