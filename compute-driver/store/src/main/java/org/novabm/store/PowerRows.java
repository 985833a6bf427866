package org.novabm.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

/** Table {@code node_power}. */
interface PowerRows extends Repository<PowerRow, Long> {

  PowerRow save(PowerRow row);

  @Nullable PowerRow findById(long nodeId);

  List<PowerRow> findByNodeIdBetween(long first, long last);
}
