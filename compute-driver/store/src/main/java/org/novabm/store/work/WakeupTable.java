package org.novabm.store.work;

import static org.novabm.store.work.Statements.utc;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.Wakeups;
import org.novabm.store.ServiceHost;

/**
 * Rows of {@code scheduled_tasks}. Enough for a process that only wakes deployments and leaves the
 * work to another; that one looks after its polling time.
 *
 * <p>A row is one deployment, and named after the host whose work it is. While it is executed it is
 * marked {@code picked}; a wake-up that comes then is kept in {@code woken}, and the end of the
 * execution honours it. Every change below is one statement, so nothing falls between two.
 */
public final class WakeupTable implements Wakeups {

  private static final String TASKS_OF = "provision/";

  private final Statements statements;
  private final ServiceHost host;

  /**
   * The rows of one host's work.
   *
   * @param host also that of deployments which do not say whose they are
   */
  public WakeupTable(DataSource database, ServiceHost host) {
    this.statements = new Statements(database);
    this.host = host;
  }

  /** The kind of row that processes of this host work off, and no others. */
  String task() {
    return TASKS_OF + host.name();
  }

  @Override
  public void wake(UUID deployment, Instant at) {
    statements.update(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values (
          concat(?, coalesce((select host from deployments where id = ?), ?)), ?, ?, false, 1)
        on duplicate key update
          woken = case when picked = true
            then least(coalesce(woken, values(execution_time)), values(execution_time))
            else woken end,
          execution_time = case when picked = true
            then execution_time
            else least(execution_time, values(execution_time)) end
        """,
        TASKS_OF,
        deployment.toString(),
        host.name(),
        deployment.toString(),
        utc(at));
  }

  /**
   * The execution is over and nothing is left to do; false when it was woken meanwhile, or lost its
   * row.
   */
  boolean finish(String deployment, long version) {
    return statements.update(
            """
            delete from scheduled_tasks
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            task(),
            deployment,
            version)
        == 1;
  }

  /**
   * The execution is over until the given time; false when it was woken meanwhile, or lost its row.
   */
  boolean postpone(String deployment, long version, Instant until, int failures) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, consecutive_failures = ?, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            utc(until),
            failures,
            task(),
            deployment,
            version)
        == 1;
  }

  /**
   * The execution is over and was woken meanwhile; false when it lost its row to another process.
   */
  boolean resume(String deployment, long version) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = woken, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is not null
            """,
            task(),
            deployment,
            version)
        == 1;
  }

  /** Gives the row of a dead process back, due now. */
  boolean revive(String deployment, long version, Instant now) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and picked = true
            """,
            utc(now),
            task(),
            deployment,
            version)
        == 1;
  }

  /** Gives all rows of a process back whose last sign of life was before the given time. */
  int reviveAll(String process, Instant silentSince, Instant now) {
    return statements.update(
        """
        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
          execution_time = ?, woken = null, version = version + 1
        where task_name = ? and picked = true and picked_by = ? and last_heartbeat < ?
        """,
        utc(now),
        task(),
        process,
        utc(silentSince));
  }

  /**
   * Wakes every deployment of the host that has work to do and no row: its process died between
   * putting it on record and waking it, or the database did not take the wake-up.
   */
  int wakeForgotten(Instant now) {
    statements.update(
        "update deployments set host = ? where host is null and live_instance is not null",
        host.name());
    String working =
        Arrays.stream(ProvisionState.values())
            .filter(ProvisionState::isWorking)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));
    return statements.update(
        """
        insert ignore into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select ?, d.id, ?, false, 1 from deployments d
        where d.live_instance is not null and d.host = ? and (d.asked <> 'NOTHING' or d.state in (%s))
        """
            .formatted(working),
        task(),
        utc(now),
        host.name());
  }
}
