package org.novabm.store;

import static org.novabm.store.Columns.timeOrNull;
import static org.novabm.store.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Hold;
import org.springframework.jdbc.core.JdbcOperations;

/** Table {@code node_holds}. */
record HoldTable(JdbcOperations jdbc) {

  private static final String NO_REASON = "no reason is on record";

  /** Nobody else writes holds of the node until the transaction ends; false when there is none. */
  boolean lock(long node) {
    return !jdbc.queryForList(
            "select id from bm_nodes where id = ? and deleted = false for update", Long.class, node)
        .isEmpty();
  }

  List<Hold> of(long node, Instant now) {
    return between(node, node, now).getOrDefault(node, List.of());
  }

  Map<Long, List<Hold>> between(long first, long last, Instant now) {
    Map<Long, List<Hold>> found = new TreeMap<>();
    jdbc.query(
        """
        select * from node_holds
        where node_id between ? and ? and (until_at is null or until_at > ?)
        order by node_id, name
        """,
        row -> {
          found.computeIfAbsent(row.getLong("node_id"), node -> new ArrayList<>(1)).add(hold(row));
        },
        first,
        last,
        utc(now));
    return found;
  }

  /** Whoever wrote a row, it holds the node: what is not on record there is said so. */
  private static Hold hold(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    Instant since = timeOrNull(row, "since_at");
    return new Hold(
        Objects.requireNonNullElse(row.getString("name"), ""),
        Objects.requireNonNullElse(row.getString("placed_by"), ""),
        reason == null || reason.isBlank() ? NO_REASON : reason,
        since == null ? Instant.EPOCH : since,
        timeOrNull(row, "until_at"));
  }

  void removeOver(long node, Instant now) {
    jdbc.update("delete from node_holds where node_id = ? and until_at <= ?", node, utc(now));
  }

  void put(long node, Hold hold) {
    jdbc.update(
        """
        insert into node_holds (node_id, name, placed_by, reason, since_at, until_at)
        values (?, ?, ?, ?, ?, ?)
        on duplicate key update reason = values(reason), until_at = values(until_at)
        """,
        node,
        hold.name(),
        hold.by(),
        hold.reason(),
        utc(hold.since()),
        utc(hold.until()));
  }

  boolean remove(long node, String name) {
    return jdbc.update("delete from node_holds where node_id = ? and name = ?", node, name) == 1;
  }

  void removeAll(long node) {
    jdbc.update("delete from node_holds where node_id = ?", node);
  }

  static @Nullable Hold named(String name, List<Hold> holds) {
    return holds.stream().filter(hold -> hold.name().equals(name)).findFirst().orElse(null);
  }
}
