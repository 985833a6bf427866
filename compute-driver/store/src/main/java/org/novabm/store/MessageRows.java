package org.novabm.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.PendingEntry;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code received_messages}. */
interface MessageRows extends Repository<MessageRow, String> {

  /** Zero when the id is there already. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert ignore into received_messages (unique_id, method, body, received_at, handled)
          values (:uniqueId, :method, :body, :receivedAt, false)
          """)
  int append(String uniqueId, String method, byte[] body, Instant receivedAt);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          "update received_messages set handled = true, body = null where unique_id = :uniqueId")
  void handled(String uniqueId);

  @Query(
      """
      select new org.novabm.journal.PendingEntry(
        m.uniqueId, m.method, m.receivedAt, cast(sql('octet_length(?)', m.body) as Long))
      from MessageRow m where m.handled = false and m.receivedAt < :before
      order by m.receivedAt, m.uniqueId
      """)
  List<PendingEntry> pending(Instant before, Limit limit);

  @Nullable MessageRow findByUniqueIdAndHandledFalse(String uniqueId);

  @Modifying
  @Query("delete from MessageRow m where m.handled = true and m.receivedAt < :before")
  int forget(Instant before);
}
