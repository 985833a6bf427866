package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;

/** A notice that the broker has not confirmed; written with the task that it tells of. */
@Entity
@Table(name = "outbox")
class NoticeRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  String event;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID instanceUuid;

  Instant happenedAt;
  String vmState;
  String taskState;
  @Nullable String reason;

  // Hibernate makes the rows
  @SuppressWarnings("NullAway.Init")
  protected NoticeRow() {}

  Outbox.Posted toPosted() {
    return new Outbox.Posted(
        Objects.requireNonNull(id),
        new Notice(event, instanceUuid, happenedAt, vmState, taskState, reason));
  }
}
