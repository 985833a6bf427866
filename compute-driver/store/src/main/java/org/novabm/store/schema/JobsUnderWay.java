package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines that boot or are written by what a former version kept of them. Only that version's
 * deployer reads it: taken from it, the machine's agent would be a stranger.
 */
record JobsUnderWay(Connection connection) {

  private static final int NAMED = 10;

  /**
   * Passes when no live task has an order of the former version's deployer.
   *
   * @throws SchemaException naming those tasks
   */
  void refuse() throws SQLException {
    List<String> busy = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select t.id, t.verb, t.node_id, t.instance_uuid from tasks t
                left join instances i on i.uuid = t.instance_uuid
                where t.outcome is null
                  and exists (select 1 from deploy_orders o
                    where o.deployment = t.id or o.deployment = i.deployed_by)
                order by t.created_at
                """)) {
      while (rows.next()) {
        busy.add(
            "task %s (%s of instance %s on node %s)"
                .formatted(
                    rows.getString(1), rows.getString(2), rows.getString(4), rows.getString(3)));
      }
    }
    if (!busy.isEmpty()) {
      String more = busy.size() > NAMED ? " and " + (busy.size() - NAMED) + " more" : "";
      throw new SchemaException(
          "these are in the middle of writing a machine, which only the former version can end: %s%s; start that version, drain its hosts (nova-baremetal-manage service drain HOST), wait until these tasks have ended, stop it, and sync again. Nothing was changed"
              .formatted(String.join(", ", busy.subList(0, Math.min(NAMED, busy.size()))), more));
    }
  }
}
