package org.novabm.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.StepRecord;

/** Deployments in memory; only what notifications read. */
public final class MemoryDeployments implements DeploymentStore {

  private final Map<UUID, Deployment> deployments = new ConcurrentHashMap<>();
  private final Map<UUID, List<StepRecord>> timelines = new ConcurrentHashMap<>();

  public void put(Deployment deployment, StepRecord... timeline) {
    deployments.put(deployment.id(), deployment);
    timelines.put(deployment.id(), List.of(timeline));
  }

  @Override
  public boolean add(Deployment deployment, List<Notice> notices) {
    return deployments.putIfAbsent(deployment.id(), deployment) == null;
  }

  @Override
  public @Nullable Deployment find(UUID id) {
    return deployments.get(id);
  }

  @Override
  public @Nullable Deployment findByInstance(UUID instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Deployment> list(boolean ended, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Deployment save(
      Deployment deployment, @Nullable StepRecord line, List<Notice> notices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StepRecord> timeline(UUID deployment) {
    return timelines.getOrDefault(deployment, List.of());
  }
}
