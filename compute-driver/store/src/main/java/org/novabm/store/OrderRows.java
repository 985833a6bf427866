package org.novabm.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tables {@code deploy_orders} and {@code deploy_order_macs}. */
interface OrderRows extends Repository<OrderRow, UUID> {

  @Nullable OrderRow findById(UUID deployment);

  List<OrderRow> findAllByOrderByDeployment();

  @Query(
      "select o from OrderRow o join OrderMacRow m on m.deployment = o.deployment where m.mac = :mac")
  @Nullable OrderRow byMac(String mac);

  /**
   * Native as are the deletes, for Hibernate translates every other change anew each time, and
   * progress comes often.
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update deploy_orders set phase = :phase, image = :image,
            dossier = :dossier, peer_address = :peerAddress,
            session_digest = :sessionDigest, expires = :expires, bytes = :bytes, total = :total,
            reason = :reason, note = :note, version = version + 1
          where deployment = :deployment and version = :version
          """)
  int update(
      String deployment,
      long version,
      String phase,
      @Nullable String image,
      @Nullable String dossier,
      @Nullable String peerAddress,
      @Nullable String sessionDigest,
      @Nullable Instant expires,
      long bytes,
      long total,
      @Nullable String reason,
      @Nullable String note);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_orders where deployment = :deployment")
  void remove(String deployment);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_order_macs where deployment = :deployment")
  void removeMacs(String deployment);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_order_macs where mac = :mac")
  void removeMac(String mac);
}
