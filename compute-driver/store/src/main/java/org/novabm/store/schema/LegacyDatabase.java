package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A {@code nova_bm} database made by Nova's own {@code nova-baremetal-manage db sync} (2014.1,
 * version 10). It is taken over when it has every column; its table {@code migrate_version} stays
 * as it is.
 */
final class LegacyDatabase {

  private static final int LAST_VERSION = 10;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Map<String, Set<String>> COLUMNS =
      Map.of(
          "bm_nodes",
          Set.of(
              "created_at",
              "updated_at",
              "deleted_at",
              "deleted",
              "id",
              "cpus",
              "memory_mb",
              "local_gb",
              "pm_address",
              "pm_user",
              "pm_password",
              "service_host",
              "instance_uuid",
              "task_state",
              "terminal_port",
              "image_path",
              "pxe_config_path",
              "deploy_key",
              "root_mb",
              "swap_mb",
              "uuid",
              "instance_name",
              "ephemeral_mb",
              "preserve_ephemeral"),
          "bm_interfaces",
          Set.of(
              "created_at",
              "updated_at",
              "deleted_at",
              "deleted",
              "id",
              "bm_node_id",
              "address",
              "datapath_id",
              "port_no",
              "vif_uuid"));

  private LegacyDatabase() {}

  /**
   * Refuses everything but a whole legacy database.
   *
   * @throws SchemaException naming what is wrong and what to do
   */
  static void check(Connection connection, Inventory inventory) throws SQLException {
    if (!inventory.has("bm_nodes")) {
      throw new SchemaException(
          "the database holds tables that are not ours (%s); give novabm an empty one, or the nova_bm of an old Nova"
              .formatted(String.join(", ", inventory.tables())));
    }
    if (inventory.has("migrate_version")) {
      checkVersion(connection);
    }
    COLUMNS.forEach(
        (table, wanted) -> {
          Set<String> missing = inventory.missing(table, wanted);
          if (!missing.isEmpty()) {
            throw new SchemaException(
                "table %s lacks the columns %s; upgrade the database with the db sync of Nova 2014.1 first"
                    .formatted(table, missing));
          }
        });
    checkInstances(connection);
    checkUuids(connection);
    new LegacyCards(connection).check();
  }

  /** A word that is no uuid would make every reading of the table fail. */
  private static void checkUuids(Connection connection) throws SQLException {
    String all = "select id, uuid, instance_uuid from bm_nodes where coalesce(deleted, 0) = 0";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(all)) {
      while (rows.next()) {
        for (String column : List.of("uuid", "instance_uuid")) {
          String text = rows.getString(column);
          if (text != null && !UUID_FORM.matcher(text).matches()) {
            throw new SchemaException(
                "%s of node %d is '%s', which is no uuid; set it right or to null first. Nothing was changed"
                    .formatted(column, rows.getInt(1), text));
          }
        }
      }
    }
  }

  private static void checkVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select max(version) from migrate_version")) {
      if (rows.next() && rows.getInt(1) != LAST_VERSION) {
        throw new SchemaException(
            "the old database is at version %d and must be at %d; run the db sync of Nova 2014.1 first"
                .formatted(rows.getInt(1), LAST_VERSION));
      }
    }
  }

  private static void checkInstances(Connection connection) throws SQLException {
    String twice =
        """
        select instance_uuid, min(id), max(id) from bm_nodes
        where coalesce(deleted, 0) = 0 and instance_uuid is not null
        group by instance_uuid having count(*) > 1
        """;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(twice)) {
      if (rows.next()) {
        throw new SchemaException(
            "instance %s is on node %d and on node %d; clear instance_uuid of the wrong one first"
                .formatted(rows.getString(1), rows.getInt(2), rows.getInt(3)));
      }
    }
  }
}
