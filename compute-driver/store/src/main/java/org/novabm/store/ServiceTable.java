package org.novabm.store;

import static org.novabm.store.Columns.numberOrNull;
import static org.novabm.store.Columns.time;
import static org.novabm.store.Columns.utc;
import static org.novabm.store.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.springframework.jdbc.core.JdbcOperations;

/** Table {@code services}. */
record ServiceTable(JdbcOperations jdbc) {

  private static final String HOSTS =
      """
      select h.host, s.process, s.machine, s.pid, s.began, s.release_name, s.since, s.beats,
        s.lease_ms, s.seen, s.drained,
        (select count(*) from bm_nodes n where n.service_host = h.host and n.deleted = false)
          as nodes,
        (select count(*) from bm_nodes n where n.home_host = h.host and n.deleted = false) as away,
        (select count(*) from tasks t where t.outcome is null and t.host = h.host) as tasks
      from (
        select host from services
        union select service_host from bm_nodes where service_host is not null and deleted = false
      ) h left join services s on s.host = h.host
      order by h.host
      """;

  @Nullable ServiceRecord byHost(String host) {
    List<ServiceRecord> found =
        jdbc.query("select * from services where host = ?", (row, n) -> record(row), host);
    return found.isEmpty() ? null : found.getFirst();
  }

  List<ServiceRecord> all() {
    return jdbc.query("select * from services order by host", (row, n) -> record(row));
  }

  List<ServiceLoad> loads() {
    return jdbc.query(
        HOSTS,
        (row, n) ->
            new ServiceLoad(
                row.getString("host"),
                numberOrNull(row, "beats") == null ? null : record(row),
                row.getLong("nodes"),
                row.getLong("away"),
                row.getLong("tasks")));
  }

  boolean insert(String host, ServiceProcess process, Duration lease, Instant now) {
    return jdbc.update(
            """
            insert into services
              (process, machine, pid, began, release_name, since, lease_ms, seen, host, beats)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """,
            process.id().toString(),
            process.machine(),
            process.pid(),
            utc(process.began()),
            process.release(),
            utc(process.since()),
            lease.toMillis(),
            utc(now),
            host)
        == 1;
  }

  boolean take(ServiceRecord seen, ServiceProcess process, Duration lease, Instant now) {
    return jdbc.update(
            """
            update services set process = ?, machine = ?, pid = ?, began = ?, release_name = ?,
              since = ?, lease_ms = ?, seen = ?, beats = beats + 1
            where host = ? and beats = ?
            """,
            process.id().toString(),
            process.machine(),
            process.pid(),
            utc(process.began()),
            process.release(),
            utc(process.since()),
            lease.toMillis(),
            utc(now),
            seen.host(),
            seen.beats())
        == 1;
  }

  boolean beat(String host, UUID process, Instant now) {
    return jdbc.update(
            "update services set beats = beats + 1, seen = ? where host = ? and process = ?",
            utc(now),
            host,
            process.toString())
        == 1;
  }

  boolean leave(String host, UUID process, Instant now) {
    return jdbc.update(
            """
            update services set process = null, beats = beats + 1, seen = ?
            where host = ? and process = ?
            """,
            utc(now),
            host,
            process.toString())
        == 1;
  }

  /** Nobody acts for the host any more, unless it was written meanwhile. */
  boolean depose(ServiceRecord seen) {
    return jdbc.update(
            "update services set process = null, beats = beats + 1 where host = ? and beats = ?",
            seen.host(),
            seen.beats())
        == 1;
  }

  private static ServiceRecord record(ResultSet row) throws SQLException {
    UUID process = uuidOrNull(row, "process");
    return new ServiceRecord(
        row.getString("host"),
        process == null ? null : process(process, row),
        row.getLong("beats"),
        Duration.ofMillis(row.getLong("lease_ms")),
        time(row, "seen"),
        row.getString("drained"));
  }

  private static ServiceProcess process(UUID id, ResultSet row) throws SQLException {
    return new ServiceProcess(
        id,
        Objects.requireNonNullElse(row.getString("machine"), ""),
        row.getLong("pid"),
        time(row, "began"),
        Objects.requireNonNullElse(row.getString("release_name"), ""),
        time(row, "since"));
  }
}
