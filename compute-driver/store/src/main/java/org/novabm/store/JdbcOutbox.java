package org.novabm.store;

import static org.novabm.store.Columns.time;
import static org.novabm.store.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Notices of one host in {@code outbox}, and those of before hosts were written there; those of one
 * instance are in the order in which they were stored.
 */
record JdbcOutbox(Transactions transactions, JdbcOperations jdbc, ServiceHost host)
    implements Outbox {

  /** As a part of somebody's transaction. */
  void post(Notice notice) {
    jdbc.update(
        """
        insert into outbox (host, event, instance_uuid, happened_at, vm_state, task_state, reason)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        host.name(),
        notice.event(),
        notice.instance().toString(),
        utc(notice.at()),
        notice.vmState(),
        notice.taskState(),
        Stored.text(notice.reason()));
  }

  @Override
  public List<Posted> waiting(int limit) {
    return transactions.run(
        () ->
            jdbc.query(
                "select * from outbox where host in (?, '') order by id limit ?",
                (row, number) -> posted(row),
                host.name(),
                limit));
  }

  @Override
  public void sent(List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    transactions.run(
        () -> jdbc.update("delete from outbox where id in (" + marks + ")", ids.toArray()));
  }

  private static Posted posted(ResultSet row) throws SQLException {
    return new Posted(
        row.getLong("id"),
        new Notice(
            row.getString("event"),
            UUID.fromString(row.getString("instance_uuid")),
            time(row, "happened_at"),
            row.getString("vm_state"),
            row.getString("task_state"),
            row.getString("reason")));
  }
}
