package org.novabm.store.schema;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.secret.SecretKind;

/**
 * Whether a database's passwords were encrypted with our key: a row of {@code secrets} is there for
 * nothing else. Another key file would be found out machine by machine, in the middle of work.
 */
record KeyCheck(Connection connection) {

  private static final long OWNER = 0;

  /**
   * Compares the key, and leaves a row for the next time.
   *
   * @throws SchemaException when the database was written with another key
   */
  void require(SecretBox box) throws SQLException {
    boolean left = opensAny("where kind = '" + SecretKind.KEY + "'", box);
    if (!left) {
      // one foreign row among them proves nothing, and harms its own machine alone
      opensAny("order by kind, owner_id", box);
      leave(box);
    }
  }

  /** Whether there is such a row; where there are some and none opens, the key is another one. */
  private boolean opensAny(String which, SecretBox box) throws SQLException {
    @Nullable IllegalStateException first = null;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select kind, owner_id, sealed from secrets " + which)) {
      while (rows.next()) {
        SecretKind kind = SecretKind.valueOf(rows.getString(1));
        try {
          box.open(rows.getBytes(3), kind.purpose(rows.getLong(2)));
          return true;
        } catch (IllegalStateException e) {
          first = first == null ? e : first;
        }
      }
    }
    if (first == null) {
      return false;
    }
    throw new SchemaException(
        "the passwords of this database were encrypted with another key. %s; all hosts on one database need the same key file"
            .formatted(first.getMessage()));
  }

  /** Whoever else leaves one at the same moment has the same key, or is told by the next look. */
  private void leave(SecretBox box) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into secrets (kind, owner_id, sealed) values (?, ?, ?)
            on duplicate key update owner_id = owner_id
            """)) {
      insert.setString(1, SecretKind.KEY.name());
      insert.setLong(2, OWNER);
      insert.setBytes(3, box.seal("novabm".getBytes(US_ASCII), SecretKind.KEY.purpose(OWNER)));
      insert.executeUpdate();
    }
  }
}
