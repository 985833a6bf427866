package org.novabm.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;

/** A line of a timeline. */
@Entity
@Table(name = "deployment_steps")
class StepRow {

  /** Which line of whose timeline. */
  @Embeddable
  record Place(
      @JdbcTypeCode(SqlTypes.VARCHAR) UUID deployment, @Column(name = "step") int number) {}

  @EmbeddedId Place place;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  ProvisionState state;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  StepRecord.Status status;

  int attempt;
  Instant started;
  @Nullable Instant ended;
  String note;

  // Hibernate makes the rows
  @SuppressWarnings("NullAway.Init")
  protected StepRow() {}

  StepRecord toStep() {
    return new StepRecord(place.number(), state, status, attempt, started, ended, note);
  }
}
