package org.novabm.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.StepRecord;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The two statements of which every step of every deployment makes one each. They go past
 * Hibernate, in the same transaction: a changed row need not be read, compared or translated to be
 * written.
 */
record DeploymentWrites(JdbcOperations jdbc) {

  /** Writes the deployment if its version is still the one given. */
  boolean save(Deployment deployment) {
    UUID live = DeploymentRow.liveInstance(deployment);
    return jdbc.update(
            """
            update deployments set live_instance = ?, state = ?, asked = ?, node_id = ?, tried = ?, step = ?,
              attempt = ?, since = ?, undo_failed = ?, reason = ?, version = version + 1
            where id = ? and version = ?
            """,
            live == null ? null : live.toString(),
            deployment.state().name(),
            deployment.asked().name(),
            deployment.nodeId(),
            DeploymentRow.tried(deployment),
            deployment.step(),
            deployment.attempt(),
            utc(deployment.since()),
            deployment.undoFailed(),
            Stored.text(deployment.reason()),
            deployment.id().toString(),
            deployment.version())
        == 1;
  }

  /** Writes the line, or writes it again. */
  void put(UUID deployment, StepRecord line) {
    Instant ended = line.ended();
    jdbc.update(
        """
        insert into deployment_steps
          (deployment, step, state, status, attempt, started, ended, note)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update state = values(state), status = values(status),
          attempt = values(attempt), started = values(started), ended = values(ended),
          note = values(note)
        """,
        deployment.toString(),
        line.number(),
        line.state().name(),
        line.status().name(),
        line.attempt(),
        utc(line.started()),
        ended == null ? null : utc(ended),
        Stored.note(line.note()));
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(Stored.time(time), ZoneOffset.UTC);
  }
}
