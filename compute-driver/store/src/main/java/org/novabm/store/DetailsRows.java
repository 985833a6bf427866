package org.novabm.store;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code node_details}. */
interface DetailsRows extends Repository<DetailsRow, Long> {

  DetailsRow save(DetailsRow row);

  DetailsRow saveAndFlush(DetailsRow row);

  @Modifying
  @Query("delete from DetailsRow d where d.nodeId = :node")
  void remove(long node);
}
