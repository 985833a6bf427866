package org.novabm.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code switches}. */
interface SwitchRows extends Repository<SwitchRow, Long> {

  SwitchRow saveAndFlush(SwitchRow row);

  @Nullable SwitchRow findById(long id);

  List<SwitchRow> findAllByOrderById();

  @Modifying
  @Query("delete from SwitchRow s where s.id = :id")
  int remove(long id);
}
