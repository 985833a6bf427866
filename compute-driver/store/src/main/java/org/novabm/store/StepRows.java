package org.novabm.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code deployment_steps}. */
interface StepRows extends Repository<StepRow, StepRow.Place> {

  @Query("select s from StepRow s where s.place.deployment = :deployment order by s.place.number")
  List<StepRow> timeline(UUID deployment);

  /** Writes the line, or writes it again. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into deployment_steps
            (deployment, step, state, status, attempt, started, ended, note)
          values (:deployment, :step, :state, :status, :attempt, :started, :ended, :note)
          on duplicate key update state = values(state), status = values(status),
            attempt = values(attempt), started = values(started), ended = values(ended),
            note = values(note)
          """)
  void put(
      String deployment,
      int step,
      String state,
      String status,
      int attempt,
      Instant started,
      @Nullable Instant ended,
      String note);
}
