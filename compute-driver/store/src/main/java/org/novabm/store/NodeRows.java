package org.novabm.store;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Table {@code bm_nodes}; the row class leaves deleted nodes out of every query. The frequent
 * updates are native, for Hibernate translates the others anew each time.
 */
interface NodeRows extends Repository<NodeRow, Long> {

  String JOIN =
      """
      select new org.novabm.store.NodePart(n, i, d) from NodeRow n
      left join InterfaceRow i on i.nodeId = n.id
      left join DetailsRow d on d.nodeId = n.id
      """;

  NodeRow save(NodeRow row);

  NodeRow saveAndFlush(NodeRow row);

  /** Nobody else writes the row until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select n from NodeRow n where n.id = :id")
  @Nullable NodeRow locked(long id);

  @Query(JOIN + "where n.id = :id order by i.id")
  List<NodePart> byId(long id);

  @Query(
      """
      select new org.novabm.store.SealedPart(n, s.sealed) from NodeRow n
      left join SecretRow s on s.owner.kind = NODE and s.owner.ownerId = n.id
      where n.id = :id
      """)
  @Nullable SealedPart withPassword(long id);

  @Query(JOIN + "where n.uuid = :uuid order by i.id")
  List<NodePart> byUuid(UUID uuid);

  @Query(JOIN + "where n.instanceUuid = :instance order by n.id, i.id")
  List<NodePart> byInstance(UUID instance);

  @Query(
      JOIN
          + "where n.id = (select c.nodeId from InterfaceRow c where c.address = :mac) order by i.id")
  List<NodePart> byMac(String mac);

  /** By a range, for Hibernate translates a query with a list of values anew each time. */
  @Query(JOIN + "where n.id between :first and :last order by n.id, i.id")
  List<NodePart> between(long first, long last);

  @Query("select n.id from NodeRow n where n.id > :after order by n.id")
  List<Long> idsAfter(long after, Limit limit);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update bm_nodes set instance_uuid = null, live_instance = null, instance_name = null,
            task_state = :word, updated_at = :now, version = version + 1
          where id = :id and instance_uuid = :instance and deleted = false
          """)
  int release(long id, String instance, String word, Instant now);

  @Modifying
  @Query(
      """
      update NodeRow n set n.deleted = true, n.deletedAt = :now, n.liveInstance = null,
        n.switchPort = null, n.pmPassword = '', n.version = n.version + 1
      where n.id = :id and (n.instanceUuid is null or :force = true)
      """)
  int delete(long id, boolean force, Instant now);

  @Query("select n.pmPassword from NodeRow n where n.id = :id and n.pmPassword <> ''")
  @Nullable String clearPassword(long id);

  @Modifying
  @Query("update NodeRow n set n.pmPassword = '' where n.id = :id and n.pmPassword = :password")
  int blankPassword(long id, String password);

  /** Also of a deleted node: the column is unique all the same. */
  @Query(nativeQuery = true, value = "select id from bm_nodes where uuid = :uuid")
  @Nullable Long ownerOfUuid(String uuid);

  @Query("select n.id from NodeRow n where n.switchId = :switchId and n.switchPort = :port")
  @Nullable Long ownerOfPort(long switchId, String port);

  /** Those that an old tool added since the last start or {@code db sync}. */
  @Query("select n from NodeRow n where n.bmcListed = false order by n.id")
  List<NodeRow> ofOldTools();

  /** Locks the node against deletion until the transaction ends. */
  @Modifying
  @Query("update NodeRow n set n.updatedAt = :now, n.version = n.version + 1 where n.id = :id")
  int touch(long id, Instant now);

  @Query("select n.id from NodeRow n where n.switchId = :switchId order by n.id")
  List<Long> idsOnSwitch(long switchId, Limit limit);
}
