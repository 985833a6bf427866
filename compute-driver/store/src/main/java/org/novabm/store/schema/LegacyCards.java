package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.novabm.spi.MacAddress;

/**
 * Network cards as old tools left them. The old driver marked a deleted node and let its cards
 * stand, and a MAC address is nobody's any more when its node is gone.
 */
record LegacyCards(Connection connection) {

  private static final String LEFT_BEHIND =
      """
      from bm_interfaces where coalesce(deleted, 0) <> 0 or bm_node_id is null
        or not exists (select 1 from bm_nodes
          where bm_nodes.id = bm_interfaces.bm_node_id and coalesce(bm_nodes.deleted, 0) = 0)
      """;

  /** A row of the table. */
  private record Card(long row, long node) {}

  /**
   * Refuses one address in two forms: nobody but the operator knows whose it is. Changes nothing.
   *
   * @throws SchemaException naming both rows and what to do
   */
  void check() throws SQLException {
    Map<MacAddress, Card> owners = new HashMap<>();
    String living =
        "select id, bm_node_id, address from bm_interfaces where id not in (select id "
            + LEFT_BEHIND
            + ") order by id";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(living)) {
      while (rows.next()) {
        Card card = new Card(rows.getLong(1), rows.getLong(2));
        String address = rows.getString(3);
        if (MacAddress.isOne(address)) {
          MacAddress mac = new MacAddress(address);
          Card other = owners.putIfAbsent(mac, card);
          if (other != null) {
            throw new SchemaException(
                "rows %d (node %d) and %d (node %d) of bm_interfaces are both %s; delete the one that is wrong, then run db sync again. Nothing was changed"
                    .formatted(other.row(), other.node(), card.row(), card.node(), mac));
          }
        }
      }
    }
  }

  /** How many were removed. */
  int removeLeftBehind() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("delete " + LEFT_BEHIND);
    }
  }
}
