package org.novabm.store;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code outbox}. */
interface NoticeRows extends Repository<NoticeRow, Long> {

  List<NoticeRow> findAllByOrderById(Limit limit);

  @Modifying
  @Query(nativeQuery = true, value = "delete from outbox where id = :id")
  void remove(long id);
}
