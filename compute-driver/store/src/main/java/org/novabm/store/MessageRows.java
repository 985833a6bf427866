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
interface MessageRows extends Repository<MessageRow, MessageRow.Key> {

  /** Zero when the id is there already, for this host: a fanned out message is for each. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert ignore into received_messages
            (unique_id, host, method, body, received_at, handled)
          values (:uniqueId, :host, :method, :body, :receivedAt, false)
          """)
  int append(String host, String uniqueId, String method, byte[] body, Instant receivedAt);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update received_messages set handled = true, body = null
          where unique_id = :uniqueId and host in (:host, '')
          """)
  void handled(String host, String uniqueId);

  @Query(
      """
      select new org.novabm.journal.PendingEntry(
        m.key.uniqueId, m.method, m.receivedAt, cast(sql('octet_length(?)', m.body) as Long))
      from MessageRow m where m.handled = false and m.receivedAt < :before
        and m.key.host in (:host, '')
      order by m.receivedAt, m.key.uniqueId
      """)
  List<PendingEntry> pending(String host, Instant before, Limit limit);

  @Query(
      """
      select m from MessageRow m
      where m.key.uniqueId = :uniqueId and m.key.host in (:host, '') and m.handled = false
      """)
  @Nullable MessageRow unhandled(String host, String uniqueId);

  @Modifying
  @Query(
      """
      delete from MessageRow m
      where m.handled = true and m.receivedAt < :before and m.key.host in (:host, '')
      """)
  int forget(String host, Instant before);
}
