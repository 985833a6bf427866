package org.novabm.store;

import static org.novabm.store.Columns.enumOrNull;
import static org.novabm.store.Columns.numberOrNull;
import static org.novabm.store.Columns.text;
import static org.novabm.store.Columns.time;
import static org.novabm.store.Columns.utc;
import static org.novabm.store.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Cursor;
import org.novabm.task.Plan;
import org.novabm.task.Standing;
import org.novabm.task.Task;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Table {@code tasks}. Its unique columns {@code live_instance} and {@code live_node} hold a value
 * while the task lives.
 */
record TaskTable(JdbcOperations jdbc, ServiceHost host) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Whose work it is: of who owns the node, else of who was asked for the instance. */
  private static final String OWNER =
      """
      coalesce((select service_host from bm_nodes where id = ?),
        (select host from instances where uuid = ? and is_over = false), ?)
      """;

  void insert(Task task) {
    Task.Head head = task.head();
    jdbc.update(
        """
        insert into tasks (id, verb, from_state, instance_uuid, created_at, plan, direction, step,
          reach, line, attempt, since, node_id, tried, abort, held, reason, outcome, live_instance,
          live_node, version, host)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        """
            + OWNER
            + ")",
        both(
            new @Nullable Object[] {
              head.id().toString(),
              head.verb().name(),
              head.from().name(),
              text(head.instance()),
              utc(head.created())
            },
            both(
                planned(task),
                new @Nullable Object[] {
                  task.version(), task.node(), text(head.instance()), host.name()
                })));
  }

  /** Writes the task if its version is still the one given. */
  boolean update(Task task) {
    boolean asBegun = isPlanAsBegun(task);
    return jdbc.update(
            "update tasks set "
                + (asBegun ? "" : "plan = ?, ")
                + """
                direction = ?, step = ?, reach = ?, line = ?, attempt = ?, since = ?, node_id = ?,
                  tried = ?, abort = ?, held = ?, reason = ?, outcome = ?, live_instance = ?,
                  live_node = ?, version = version + 1
                where id = ? and version = ?
                """,
            both(
                asBegun ? changing(task) : planned(task),
                new @Nullable Object[] {task.id().toString(), task.version()}))
        == 1;
  }

  /** A plan is the longest of a task, and changes when the task turns back or begins anew. */
  private static boolean isPlanAsBegun(Task task) {
    return task.cursor().direction() == Cursor.Direction.FORWARD
        && task.standing().tried().isEmpty();
  }

  private static @Nullable Object[] planned(Task task) {
    return both(new @Nullable Object[] {JSON.writeValueAsString(task.plan())}, changing(task));
  }

  private static @Nullable Object[] changing(Task task) {
    Cursor cursor = task.cursor();
    Standing standing = task.standing();
    boolean live = task.isLive();
    return new @Nullable Object[] {
      cursor.direction().name(),
      cursor.step(),
      cursor.reach(),
      cursor.line(),
      cursor.attempt(),
      utc(cursor.since()),
      standing.node(),
      tried(standing),
      text(standing.abort()),
      standing.held(),
      Stored.text(standing.reason()),
      text(standing.outcome()),
      live ? text(task.instance()) : null,
      live ? standing.node() : null
    };
  }

  private static @Nullable Object[] both(@Nullable Object[] first, @Nullable Object[] second) {
    @Nullable Object[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Nullable Task byId(UUID id) {
    return first("select * from tasks where id = ?", id.toString());
  }

  @Nullable Task own(UUID id) {
    return first("select * from tasks where id = ? and host = ?", id.toString(), host.name());
  }

  /** The live one, else the latest. */
  @Nullable Task byInstance(UUID instance) {
    Task live = first("select * from tasks where live_instance = ?", instance.toString());
    return live != null
        ? live
        : first(
            "select * from tasks where instance_uuid = ? order by created_at desc limit 1",
            instance.toString());
  }

  @Nullable Task byNode(long node) {
    return first("select * from tasks where live_node = ?", node);
  }

  List<Task> newest(boolean ended, int limit) {
    return jdbc.query(
        "select * from tasks "
            + (ended ? "" : "where outcome is null ")
            + "order by created_at desc limit ?",
        (row, number) -> task(row),
        limit);
  }

  private @Nullable Task first(String sql, Object... keys) {
    List<Task> found = jdbc.query(sql, (row, number) -> task(row), keys);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        new Task.Head(
            UUID.fromString(row.getString("id")),
            Verb.valueOf(row.getString("verb")),
            ProvisionState.valueOf(row.getString("from_state")),
            uuidOrNull(row, "instance_uuid"),
            time(row, "created_at")),
        JSON.readValue(row.getString("plan"), Plan.class),
        new Cursor(
            Cursor.Direction.valueOf(row.getString("direction")),
            row.getInt("step"),
            row.getInt("reach"),
            row.getInt("line"),
            row.getInt("attempt"),
            time(row, "since")),
        new Standing(
            numberOrNull(row, "node_id"),
            tried(row.getString("tried")),
            enumOrNull(row, "abort", Standing.Abort.class),
            row.getBoolean("held"),
            row.getString("reason"),
            enumOrNull(row, "outcome", Standing.Outcome.class)),
        row.getLong("version"));
  }

  /** Row numbers between commas; null while there are none. */
  private static @Nullable String tried(Standing standing) {
    return standing.tried().isEmpty()
        ? null
        : standing.tried().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Long> tried(@Nullable String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
  }
}
