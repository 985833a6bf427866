package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a former version is in the middle of: it kept no plan of it, so no other version can go on
 * with it.
 */
record UnderWay(Connection connection) {

  private static final int NAMED = 10;

  /**
   * Passes when every deployment of the former version rests.
   *
   * @throws SchemaException naming those that do not
   */
  void refuse() throws SQLException {
    List<String> busy = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select instance_uuid, state, asked from deployments
                where live_instance is not null
                  and (state not in ('ACTIVE', 'STOPPED', 'ERROR') or asked <> 'NOTHING')
                order by created_at
                """)) {
      while (rows.next()) {
        busy.add("%s (%s, %s)".formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    if (!busy.isEmpty()) {
      String more = busy.size() > NAMED ? " and " + (busy.size() - NAMED) + " more" : "";
      throw new SchemaException(
          "these instances are in the middle of something that only the former version can end: %s%s; start that version, wait until they are up, stopped or gone, stop it, and sync again. Nothing was changed"
              .formatted(String.join(", ", busy.subList(0, Math.min(NAMED, busy.size()))), more));
    }
  }
}
