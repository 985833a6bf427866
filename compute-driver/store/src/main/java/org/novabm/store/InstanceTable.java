package org.novabm.store;

import static org.novabm.store.Columns.enumOrNull;
import static org.novabm.store.Columns.numberOrNull;
import static org.novabm.store.Columns.text;
import static org.novabm.store.Columns.time;
import static org.novabm.store.Columns.timeOrNull;
import static org.novabm.store.Columns.utc;
import static org.novabm.store.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.spi.power.PowerState;
import org.novabm.store.secret.SealedJson;
import org.springframework.jdbc.core.JdbcOperations;

/** Table {@code instances}. What was asked for is sealed, for it may hold the tenant's secrets. */
record InstanceTable(JdbcOperations jdbc, SealedJson json, ServiceHost host) {

  /** Writes all of it, over a former one of the same uuid. */
  void put(Instance instance) {
    jdbc.update(
        """
        insert into instances (uuid, host, request, state, power, node_id, deployed_by, created_at,
          launched_at, terminated_at, fault, is_over)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update host = case when is_over then values(host) else host end,
          request = values(request), state = values(state),
          power = values(power), node_id = values(node_id), deployed_by = values(deployed_by),
          created_at = values(created_at), launched_at = values(launched_at),
          terminated_at = values(terminated_at), fault = values(fault), is_over = values(is_over)
        """,
        instance.uuid().toString(),
        host.name(),
        json.seal(instance.request(), purpose(instance.uuid())),
        instance.state().name(),
        text(instance.power()),
        instance.node(),
        text(instance.deployedBy()),
        utc(instance.created()),
        utc(instance.launched()),
        utc(instance.terminated()),
        Stored.text(instance.fault()),
        instance.isOver());
  }

  /** Writes what became of it; what was asked for stays as it is. */
  void update(Instance instance) {
    jdbc.update(
        """
        update instances set state = ?, power = ?, node_id = ?, launched_at = ?, terminated_at = ?,
          fault = ?, is_over = ?
        where uuid = ?
        """,
        instance.state().name(),
        text(instance.power()),
        instance.node(),
        utc(instance.launched()),
        utc(instance.terminated()),
        Stored.text(instance.fault()),
        instance.isOver(),
        instance.uuid().toString());
  }

  /**
   * Whether there is one that is not over; nobody else changes that before the transaction ends.
   */
  boolean isThere(UUID uuid) {
    return jdbc.queryForList(
            "select is_over from instances where uuid = ? for update",
            Boolean.class,
            uuid.toString())
        .contains(false);
  }

  @Nullable Instance byUuid(UUID uuid) {
    List<Instance> found =
        jdbc.query(
            "select * from instances where uuid = ?",
            (row, number) -> instance(row),
            uuid.toString());
    return found.isEmpty() ? null : found.getFirst();
  }

  List<Instance> newest(boolean over, int limit) {
    return jdbc.query(
        "select * from instances "
            + (over ? "" : "where is_over = false ")
            + "order by created_at desc limit ?",
        (row, number) -> instance(row),
        limit);
  }

  private Instance instance(ResultSet row) throws SQLException {
    UUID uuid = UUID.fromString(row.getString("uuid"));
    UUID deployedBy = uuidOrNull(row, "deployed_by");
    return new Instance(
        request(row.getBytes("request"), uuid, deployedBy),
        VmState.valueOf(row.getString("state")),
        enumOrNull(row, "power", PowerState.class),
        numberOrNull(row, "node_id"),
        deployedBy,
        time(row, "created_at"),
        timeOrNull(row, "launched_at"),
        timeOrNull(row, "terminated_at"),
        row.getString("fault"));
  }

  /** Rows of before were sealed for the deployment that became the task. */
  private InstanceRequest request(byte[] sealed, UUID uuid, @Nullable UUID deployedBy) {
    try {
      return json.open(sealed, InstanceRequest.class, purpose(uuid));
    } catch (IllegalStateException e) {
      if (deployedBy == null) {
        throw e;
      }
      return json.open(sealed, InstanceRequest.class, "deployment/" + deployedBy);
    }
  }

  private static String purpose(UUID uuid) {
    return "instance/" + uuid;
  }
}
