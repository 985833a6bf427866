package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.novabm.node.BmcNames;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * Enters the BMCs of nodes that were not added by us. Two that share one stay as they are and are
 * named each time: only the operator knows which of the addresses is wrong.
 *
 * @param connection in a transaction that the caller commits
 * @param progress told a line for each BMC that is shared
 */
record BmcListing(Connection connection, Consumer<String> progress) {

  void list() throws SQLException {
    forgetDeleted();
    for (Map.Entry<Long, String> node : unlisted().entrySet()) {
      for (String name : names(node.getValue())) {
        enter(name, node.getKey());
      }
      update("update bm_nodes set bmc_listed = 1 where id = ?", node.getKey());
    }
    shared()
        .forEach(
            (nodes, bmc) ->
                progress.accept(
                    "nodes %s have one BMC (%s): what is done to the one is done to the others; delete those whose address is wrong"
                        .formatted(nodes, bmc)));
  }

  /** The old driver marks a node and leaves the rest. */
  private void forgetDeleted() throws SQLException {
    update(
        """
        delete from node_bmcs where not exists (
          select 1 from bm_nodes where bm_nodes.id = node_bmcs.node_id and bm_nodes.deleted = 0)
        """);
  }

  private Map<Long, String> unlisted() throws SQLException {
    Map<Long, String> nodes = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select id, pm_address from bm_nodes
                where bmc_listed = 0 and deleted = 0 order by id
                """)) {
      while (rows.next()) {
        String address = rows.getString(2);
        nodes.put(rows.getLong(1), address == null ? "" : address.strip());
      }
    }
    return nodes;
  }

  /** None of an address that nobody can be asked at. */
  private static List<String> names(String address) {
    try {
      return address.isEmpty() ? List.of() : BmcNames.of(Endpoint.parse(address, "", Secret.EMPTY));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private void enter(String name, long node) throws SQLException {
    if (update("insert ignore into node_bmcs (bmc, twin, node_id) values (?, 0, ?)", name, node)
        == 0) {
      update(
          "insert ignore into node_bmcs (bmc, twin, node_id) values (?, ?, ?)", name, node, node);
    }
  }

  /** BMCs by the nodes that share them. */
  private Map<SortedSet<Long>, String> shared() throws SQLException {
    Map<String, SortedSet<Long>> owners = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select bmc, node_id from node_bmcs
                where bmc in (select t.bmc from node_bmcs t where t.twin <> 0)
                """)) {
      while (rows.next()) {
        owners.computeIfAbsent(rows.getString(1), bmc -> new TreeSet<>()).add(rows.getLong(2));
      }
    }
    Map<SortedSet<Long>, String> shared = new LinkedHashMap<>();
    owners.forEach(
        (bmc, nodes) -> {
          if (nodes.size() > 1) {
            shared.putIfAbsent(nodes, bmc.substring(0, bmc.lastIndexOf(' ')));
          }
        });
    return shared;
  }

  private int update(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    }
  }
}
