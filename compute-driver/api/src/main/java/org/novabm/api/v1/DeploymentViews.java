package org.novabm.api.v1;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.DeploymentStore;
import org.springframework.stereotype.Component;

/** Reads deployments in the form they are shown. */
@Component
class DeploymentViews {

  private final DeploymentStore deployments;
  private final InstantSource clock;

  DeploymentViews(DeploymentStore deployments, InstantSource clock) {
    this.deployments = deployments;
    this.clock = clock;
  }

  /** Newest first, without timelines. */
  List<DeploymentView> list(boolean ended, int limit) {
    return deployments.list(ended, limit).stream()
        .map(it -> DeploymentView.of(it, null, clock.instant()))
        .toList();
  }

  @Nullable DeploymentView find(UUID id) {
    return whole(deployments.find(id));
  }

  @Nullable DeploymentView ofInstance(UUID instance) {
    return whole(deployments.findByInstance(instance));
  }

  private @Nullable DeploymentView whole(@Nullable Deployment it) {
    return it == null
        ? null
        : DeploymentView.of(it, deployments.timeline(it.id()), clock.instant());
  }
}
