package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in a database.
 *
 * @param columns names of columns by table, all in lower case
 */
record Inventory(Map<String, Set<String>> columns) {

  static Inventory of(Connection connection) throws SQLException {
    Map<String, Set<String>> columns = new TreeMap<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet rows =
        data.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
      while (rows.next()) {
        columns
            .computeIfAbsent(lower(rows.getString("TABLE_NAME")), table -> new TreeSet<>())
            .add(lower(rows.getString("COLUMN_NAME")));
      }
    }
    return new Inventory(columns);
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  boolean has(String table) {
    return columns.containsKey(table);
  }

  Set<String> tables() {
    return columns.keySet();
  }

  /** Those of the wanted columns that the table has not. */
  Set<String> missing(String table, Set<String> wanted) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(columns.getOrDefault(table, Set.of()));
    return missing;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
