package org.novabm.store;

import static org.novabm.store.Columns.time;
import static org.novabm.store.Columns.timeOrNull;
import static org.novabm.store.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Progress;
import org.novabm.task.StepRecord;
import org.springframework.jdbc.core.JdbcOperations;

/** Table {@code task_steps}: the timelines of tasks. */
record TimelineTable(JdbcOperations jdbc) {

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Writes the lines, or writes them again. */
  void put(UUID task, List<StepRecord> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String rows = String.join(", ", Collections.nCopies(lines.size(), ROW));
    jdbc.update(
        """
        insert into task_steps
          (task_id, number, step, label, status, attempt, started_at, ended_at, done, total, unit, note)
        values %s
        on duplicate key update step = values(step), label = values(label), status = values(status),
          attempt = values(attempt), started_at = values(started_at), ended_at = values(ended_at),
          done = values(done), total = values(total), unit = values(unit), note = values(note)
        """
            .formatted(rows),
        lines.stream().flatMap(line -> Arrays.stream(values(task, line))).toArray());
  }

  private static @Nullable Object[] values(UUID task, StepRecord line) {
    Progress progress = line.progress();
    return new @Nullable Object[] {
      task.toString(),
      line.number(),
      line.step(),
      line.label(),
      line.status().name(),
      line.attempt(),
      utc(line.started()),
      utc(line.ended()),
      progress == null ? null : progress.done(),
      progress == null ? null : progress.total(),
      progress == null ? null : progress.unit(),
      Stored.note(line.note())
    };
  }

  /** In the order of their numbers. */
  List<StepRecord> of(UUID task) {
    return jdbc.query(
        "select * from task_steps where task_id = ? order by number",
        (row, number) -> line(row),
        task.toString());
  }

  private static StepRecord line(ResultSet row) throws SQLException {
    return new StepRecord(
        row.getInt("number"),
        row.getString("step"),
        row.getString("label"),
        StepRecord.Status.valueOf(row.getString("status")),
        row.getInt("attempt"),
        time(row, "started_at"),
        timeOrNull(row, "ended_at"),
        row.getString("note"),
        progress(row));
  }

  private static @Nullable Progress progress(ResultSet row) throws SQLException {
    String unit = row.getString("unit");
    return unit == null ? null : new Progress(row.getLong("done"), row.getLong("total"), unit);
  }
}
