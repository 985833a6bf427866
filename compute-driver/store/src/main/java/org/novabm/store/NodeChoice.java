package org.novabm.store;

import static org.novabm.store.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Capacity;
import org.novabm.node.Demand;
import org.novabm.node.NodeOffer;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Which nodes the next instance may have, and the one statement that gives it one. What keeps a
 * node from being chosen is looked at by that statement too, so that nothing written before it is
 * passed over.
 */
record NodeChoice(JdbcOperations jdbc) {

  /** Free, offered, not retired, held by nobody; one parameter, the time. */
  private static final String OFFERED =
      """
      bm_nodes.instance_uuid is null and bm_nodes.provision_state = 'AVAILABLE'
        and not exists (select 1 from node_holds h
          where h.node_id = bm_nodes.id and (h.until_at is null or h.until_at > ?))
        and not exists (select 1 from node_details r
          where r.node_id = bm_nodes.id and r.retired = true)
      """;

  private static final String ANSWERS =
      " and exists (select 1 from node_power p where p.node_id = bm_nodes.id and p.state is not null)";

  /** The smallest node first. */
  List<NodeOffer> fitting(String host, Demand demand, boolean answering, int limit, Instant now) {
    Condition special = special(demand);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(utc(now));
    values.addAll(List.of(host, demand.memoryMb(), demand.vcpus(), demand.diskGb()));
    values.addAll(special.values());
    values.add(limit);
    return jdbc.query(
        "select bm_nodes.id, cpus, memory_mb, local_gb from bm_nodes where "
            + OFFERED
            + " and service_host = ? and memory_mb >= ? and cpus >= ? and local_gb >= ?"
            + " and deleted = false and uuid is not null"
            + special.sql()
            + (answering ? ANSWERS : "")
            + " order by memory_mb, cpus, local_gb, bm_nodes.id limit ?",
        (row, number) -> offer(row),
        values.toArray());
  }

  private static NodeOffer offer(ResultSet row) throws SQLException {
    return new NodeOffer(
        row.getLong("id"),
        new Capacity(row.getInt("cpus"), row.getInt("memory_mb"), row.getInt("local_gb")));
  }

  /**
   * Gives the instance the node where it is still offered and of the class and traits. An instance
   * that is over gets none: who claims for it was stopped for long, and nobody would free the node.
   */
  boolean claim(long id, Occupant occupant, Demand demand, Instant now) {
    Condition special = special(demand);
    List<@Nullable Object> values = new ArrayList<>();
    String instance = occupant.instance().toString();
    values.add(instance);
    values.add(instance);
    values.add(occupant.name());
    values.add(TaskState.BUILDING.word());
    values.add(utc(now));
    values.add(id);
    values.add(instance);
    values.add(utc(now));
    values.addAll(special.values());
    return jdbc.update(
            """
            update bm_nodes set instance_uuid = ?, live_instance = ?, instance_name = ?,
              provision_state = 'DEPLOYING', task_state = ?, updated_at = ?, version = version + 1
            where bm_nodes.id = ? and deleted = false
              and not exists (select 1 from instances i where i.uuid = ? and i.is_over = true)
              and
            """
                + OFFERED
                + special.sql(),
            values.toArray())
        == 1;
  }

  /** Puts the instance on a node that is being adopted. */
  boolean occupy(long id, Occupant occupant, Instant now) {
    String instance = occupant.instance().toString();
    return jdbc.update(
            """
            update bm_nodes set instance_uuid = ?, live_instance = ?, instance_name = ?,
              task_state = ?, updated_at = ?, version = version + 1
            where id = ? and instance_uuid is null and provision_state = 'ADOPTING'
              and deleted = false
            """,
            instance,
            instance,
            occupant.name(),
            TaskState.ACTIVE.word(),
            utc(now),
            id)
        == 1;
  }

  PoolCount count(Instant now) {
    PoolCount count =
        jdbc.queryForObject(
            """
        select sum(case when offered = 1 then 1 else 0 end) as free,
          sum(case when offered = 0 and word <> 'error' then 1 else 0 end) as busy,
          sum(case when offered = 0 and word = 'error' then 1 else 0 end) as error
        from (select coalesce(task_state, '') as word, case when
        """
                + OFFERED
                + """
             then 1 else 0 end as offered
            from bm_nodes where deleted = false and uuid is not null) pool
            """,
            (row, number) ->
                new PoolCount(row.getLong("free"), row.getLong("busy"), row.getLong("error")),
            utc(now));
    return Objects.requireNonNull(count, "a sum has one row");
  }

  /** Each class and trait is looked for between its blanks. */
  private static Condition special(Demand demand) {
    StringBuilder sql = new StringBuilder();
    List<Object> values = new ArrayList<>();
    for (String wanted : demand.classes()) {
      sql.append(details("exists", "d.custom_class = ?"));
      values.add(wanted);
    }
    for (String trait : demand.required()) {
      sql.append(details("exists", "locate(?, d.traits) > 0"));
      values.add(" " + trait + " ");
    }
    for (String trait : demand.forbidden()) {
      sql.append(details("not exists", "locate(?, d.traits) > 0"));
      values.add(" " + trait + " ");
    }
    return new Condition(sql.toString(), values);
  }

  private static String details(String exists, String condition) {
    return " and %s (select 1 from node_details d where d.node_id = bm_nodes.id and %s)"
        .formatted(exists, condition);
  }

  private record Condition(String sql, List<Object> values) {}
}
