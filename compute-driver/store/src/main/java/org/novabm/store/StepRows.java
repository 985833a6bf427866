package org.novabm.store;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code deployment_steps}. */
interface StepRows extends Repository<StepRow, StepRow.Place> {

  @Query("select s from StepRow s where s.place.deployment = :deployment order by s.place.number")
  List<StepRow> timeline(UUID deployment);
}
