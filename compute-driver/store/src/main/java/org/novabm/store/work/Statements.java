package org.novabm.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

  /** Reads rows. */
  <T> List<T> query(String sql, Row<T> row, Object... arguments) {
    List<T> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.of(rows));
        }
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the database was not read: " + e.getMessage(), e);
    }
  }

  /** How a row is read. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** In UTC, as the whole table is, and in the precision of its columns. */
  static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  private int once(String sql, @Nullable Object[] arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, arguments);
      int count = statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return count;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }
}
