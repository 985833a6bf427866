package org.novabm.store.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.novabm.spi.MacAddress;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.secret.SecretKind;

/**
 * Rows as old tools write them, made as ours are. May be done again at any time. After it the old
 * driver cannot log in to a BMC any more: the password is no longer where it looks.
 *
 * @param connection in a transaction that the caller commits
 * @param progress told a line for each kind of change
 */
record LegacyRows(Connection connection, Consumer<String> progress) {

  /**
   * Mends them.
   *
   * @param instances whether there is a table of instances
   */
  void mend(SecretBox box, boolean instances) throws SQLException {
    LegacyCards cards = new LegacyCards(connection);
    cards.check();
    tell(
        cards.removeLeftBehind(),
        "network cards of deleted nodes are removed, and their MAC addresses are free again");
    markAll();
    nameNodes();
    writeAddressesAlike();
    encryptPasswords(box);
    if (instances) {
      nameInstances();
    }
  }

  private void nameInstances() throws SQLException {
    String legacy =
        """
        select id, instance_uuid from bm_nodes
        where deleted = 0 and instance_uuid is not null and not exists (
          select 1 from instances where uuid = bm_nodes.instance_uuid and is_over = false)
        """;
    Map<Long, String> instances = pairs(legacy);
    instances.forEach(
        (node, instance) ->
            progress.accept(
                "instance %s of an old driver is on node %d; it can be stopped, started, rebooted and destroyed"
                    .formatted(instance, node)));
  }

  /** Migration 006 of the old tools inserted cards with two columns, and all others empty. */
  private void markAll() throws SQLException {
    int count = 0;
    for (String table : List.of("bm_nodes", "bm_interfaces")) {
      count += update("update " + table + " set deleted = 0 where deleted is null");
    }
    update(
        """
        update bm_nodes set live_instance = instance_uuid
        where deleted = 0 and instance_uuid is not null and live_instance is null
        """);
    tell(count, "rows did not say whether they are deleted, and are not");
  }

  private void nameNodes() throws SQLException {
    Map<Long, String> nodes = pairs("select id, '' from bm_nodes where uuid is null");
    for (long id : nodes.keySet()) {
      update("update bm_nodes set uuid = ? where id = ?", UUID.randomUUID().toString(), id);
    }
    tell(nodes.size(), "nodes had no uuid and were given one");
  }

  private void writeAddressesAlike() throws SQLException {
    int changed = 0;
    for (Map.Entry<Long, String> card : pairs("select id, address from bm_interfaces").entrySet()) {
      try {
        String address = new MacAddress(card.getValue()).text();
        if (!address.equals(card.getValue())) {
          update("update bm_interfaces set address = ? where id = ?", address, card.getKey());
          changed++;
        }
      } catch (IllegalArgumentException e) {
        progress.accept(
            "row %d of bm_interfaces is not used until it is mended: %s"
                .formatted(card.getKey(), e.getMessage()));
      }
    }
    tell(changed, "MAC addresses are in lower case and with colons now");
  }

  private void encryptPasswords(SecretBox box) throws SQLException {
    Map<Long, String> clear =
        pairs("select id, pm_password from bm_nodes where pm_password <> '' and deleted = 0");
    for (Map.Entry<Long, String> node : clear.entrySet()) {
      long id = node.getKey();
      byte[] sealed = box.seal(node.getValue().getBytes(UTF_8), SecretKind.NODE.purpose(id));
      update(
          """
          insert into secrets (kind, owner_id, sealed) values (?, ?, ?)
          on duplicate key update sealed = values(sealed)
          """,
          SecretKind.NODE.name(),
          id,
          sealed);
    }
    // deleted nodes need no password at all
    update("update bm_nodes set pm_password = '' where pm_password <> ''");
    tell(clear.size(), "passwords stood in clear and are encrypted now");
  }

  private void tell(int count, String what) {
    if (count > 0) {
      progress.accept(count + " " + what);
    }
  }

  private Map<Long, String> pairs(String query) throws SQLException {
    Map<Long, String> pairs = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String text = rows.getString(2);
        pairs.put(rows.getLong(1), text == null ? "" : text);
      }
    }
    return pairs;
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
