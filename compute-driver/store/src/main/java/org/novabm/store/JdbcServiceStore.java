package org.novabm.store;

import static org.novabm.store.Columns.utc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.novabm.service.ServiceStore;
import org.novabm.service.TakenOver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Who acts for which host, in {@code services}, and the change of hands of what hosts own. */
public final class JdbcServiceStore implements ServiceStore {

  private final Transactions transactions;
  private final JdbcOperations jdbc;
  private final ServiceTable services;
  private final InstantSource time;

  JdbcServiceStore(Transactions transactions, JdbcOperations jdbc, InstantSource time) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.services = new ServiceTable(jdbc);
    this.time = time;
  }

  /** For a program that needs no other store. */
  public static ServiceStore on(DataSource database, InstantSource time) {
    return new JdbcServiceStore(
        new Transactions(new JdbcTransactionManager(database)), new JdbcTemplate(database), time);
  }

  @Override
  public @Nullable ServiceRecord find(String host) {
    return transactions.<@Nullable ServiceRecord>run(() -> services.byHost(host));
  }

  @Override
  public List<ServiceRecord> list() {
    return transactions.run(services::all);
  }

  @Override
  public boolean take(
      String host, @Nullable ServiceRecord seen, ServiceProcess process, Duration lease) {
    try {
      return transactions.run(
          () ->
              seen == null
                  ? services.insert(host, process, lease, time.instant())
                  : services.take(seen, process, lease, time.instant()));
    } catch (DuplicateKeyException e) {
      // another process made the row meanwhile
      return false;
    }
  }

  @Override
  public boolean beat(String host, UUID process) {
    return transactions.run(() -> services.beat(host, process, time.instant()));
  }

  @Override
  public void leave(String host, UUID process) {
    transactions.run(() -> services.leave(host, process, time.instant()));
  }

  @Override
  public boolean hasWork(String host) {
    return transactions.run(
        () ->
            isThere("select 1 from bm_nodes where service_host = ? and deleted = false", host)
                || isThere("select 1 from tasks where outcome is null and host = ?", host)
                || isThere("select 1 from received_messages where handled = 0 and host = ?", host)
                || isThere("select 1 from outbox where host = ?", host));
  }

  private boolean isThere(String sql, String host) {
    return !jdbc.queryForList(sql + " limit 1", Integer.class, host).isEmpty();
  }

  @Override
  public @Nullable TakenOver takeOver(ServiceRecord silent, String by) {
    return transactions.<@Nullable TakenOver>run(
        () -> services.depose(silent) ? handOver(silent.host(), by) : null);
  }

  private TakenOver handOver(String from, String to) {
    int nodes =
        jdbc.update(
            """
            update bm_nodes set home_host = coalesce(home_host, service_host), service_host = ?,
              version = version + 1
            where service_host = ? and deleted = false
            """,
            to,
            from);
    beginAnew(from, to);
    // whatever the silent process writes from now on sees another version
    int tasks =
        jdbc.update(
            "update tasks set host = ?, version = version + 1 where outcome is null and host = ?",
            to,
            from);
    jdbc.update(
        "update wakeups set host = ?, due_at = ?, version = version + 1 where host = ?",
        to,
        utc(time.instant()),
        from);
    jdbc.update("update outbox set host = ? where host = ?", to, from);
    return new TakenOver(nodes, tasks, messages(from, to));
  }

  /**
   * A machine that is being deployed may fetch its boot files and its image from the silent host:
   * where its deployer says so, the deployment begins at its first step, with this host's.
   */
  private void beginAnew(String from, String to) {
    String served =
        """
        from tasks where outcome is null and host = ? and direction = 'FORWARD' and abort is null
          and exists (select 1 from deploy_jobs j where j.deployment = tasks.id
            and j.bound_to_host = true)
        """;
    List<String> ids = jdbc.queryForList("select id " + served, String.class, from);
    for (String id : ids) {
      jdbc.update(
          """
          update task_steps set status = 'FAILED', ended_at = ?, note = ?
          where task_id = ? and ended_at is null
          """,
          utc(time.instant()),
          "host %s is silent; host %s begins anew".formatted(from, to),
          id);
      jdbc.update(
          "update tasks set step = 0, line = line + 1, attempt = 1, since = ? where id = ?",
          utc(time.instant()),
          id);
    }
  }

  /** What was fanned out, the other host has too. */
  private int messages(String from, String to) {
    List<String> ids =
        jdbc.queryForList(
            """
            select unique_id from received_messages m where m.host = ? and m.handled = 0
              and not exists (select 1 from received_messages o
                where o.unique_id = m.unique_id and o.host = ?)
            """,
            String.class,
            from,
            to);
    ids.forEach(
        id ->
            jdbc.update(
                "update received_messages set host = ? where unique_id = ? and host = ?",
                to,
                id,
                from));
    return ids.size();
  }

  @Override
  public int takeHome(String host) {
    return transactions.run(
        () ->
            jdbc.update(
                """
                update bm_nodes set service_host = home_host, home_host = null,
                  version = version + 1
                where home_host = ? and deleted = false
                  and not exists (select 1 from tasks where tasks.live_node = bm_nodes.id)
                """,
                host));
  }

  @Override
  public boolean drain(String host, @Nullable String why) {
    return transactions.run(
        () ->
            jdbc.update("update services set drained = ? where host = ?", Stored.text(why), host)
                == 1);
  }

  @Override
  public List<ServiceLoad> loads() {
    return transactions.run(() -> services.loads());
  }
}
