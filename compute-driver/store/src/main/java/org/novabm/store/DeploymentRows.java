package org.novabm.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code deployments}. */
interface DeploymentRows extends Repository<DeploymentRow, UUID> {

  @Nullable DeploymentRow findById(UUID id);

  @Nullable DeploymentRow findByLiveInstance(UUID instance);

  boolean existsByLiveInstance(UUID instance);

  @Nullable DeploymentRow findFirstByInstanceUuidOrderByCreatedAtDesc(UUID instance);

  List<DeploymentRow> findAllByOrderByCreatedAtDesc(Limit limit);

  List<DeploymentRow> findByLiveInstanceIsNotNullOrderByCreatedAtDesc(Limit limit);

  /**
   * Native, for Hibernate translates every other update anew each time, and this one is the
   * busiest.
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update deployments set live_instance = :live, state = :state, asked = :asked,
            node_id = :node, step = :step, attempt = :attempt, since = :since,
            undo_failed = :undoFailed, reason = :reason, version = version + 1
          where id = :id and version = :version
          """)
  int save(
      String id,
      @Nullable String live,
      String state,
      String asked,
      @Nullable Long node,
      int step,
      int attempt,
      Instant since,
      boolean undoFailed,
      @Nullable String reason,
      long version);
}
