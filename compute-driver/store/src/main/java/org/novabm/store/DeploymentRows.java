package org.novabm.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
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

  @Modifying
  @Query(
      """
      update DeploymentRow d set d.liveInstance = :live, d.state = :state, d.asked = :asked,
        d.nodeId = :node, d.step = :step, d.attempt = :attempt, d.since = :since,
        d.undoFailed = :undoFailed, d.reason = :reason, d.version = :version + 1
      where d.id = :id and d.version = :version
      """)
  int save(
      UUID id,
      @Nullable UUID live,
      ProvisionState state,
      Deployment.Asked asked,
      @Nullable Long node,
      int step,
      int attempt,
      Instant since,
      boolean undoFailed,
      @Nullable String reason,
      long version);
}
