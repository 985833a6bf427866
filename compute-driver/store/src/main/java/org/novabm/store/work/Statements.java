package org.novabm.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Single statements, each committed at once, whether the pool commits by itself or not. */
record Statements(DataSource database) {

  private static final int ATTEMPTS = 10;

  /**
   * Runs an insert, update or delete. One that lost a deadlock, or a race to insert the same key,
   * did nothing and is tried again.
   *
   * @return how many rows it changed
   */
  int update(String sql, @Nullable Object... arguments) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(sql, arguments);
      } catch (SQLTransactionRollbackException | SQLIntegrityConstraintViolationException e) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("the database did not take a wake-up", e);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(
            "the database did not take a wake-up: " + e.getMessage(), e);
      }
    }
  }

  /** In UTC, as the whole table is, and in the precision of its columns. */
  static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private int once(String sql, @Nullable Object[] arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      int count = statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return count;
    }
  }
}
