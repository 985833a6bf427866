package org.novabm.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Table {@code deployments}. */
interface DeploymentRows extends Repository<DeploymentRow, UUID> {

  @Nullable DeploymentRow findById(UUID id);

  @Nullable DeploymentRow findByLiveInstance(UUID instance);

  boolean existsByLiveInstance(UUID instance);

  @Nullable DeploymentRow findFirstByInstanceUuidOrderByCreatedAtDesc(UUID instance);

  List<DeploymentRow> findAllByOrderByCreatedAtDesc(Limit limit);

  List<DeploymentRow> findByLiveInstanceIsNotNullOrderByCreatedAtDesc(Limit limit);
}
