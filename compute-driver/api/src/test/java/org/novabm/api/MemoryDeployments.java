package org.novabm.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.StepRecord;

/** Deployments in a map. */
final class MemoryDeployments implements DeploymentStore {

  private final Map<UUID, Deployment> rows = new LinkedHashMap<>();
  private final Map<UUID, List<StepRecord>> lines = new LinkedHashMap<>();

  synchronized void clear() {
    rows.clear();
    lines.clear();
  }

  @Override
  public synchronized boolean add(Deployment deployment, List<Notice> notices) {
    return rows.putIfAbsent(deployment.id(), deployment) == null;
  }

  @Override
  public synchronized @Nullable Deployment find(UUID id) {
    return rows.get(id);
  }

  @Override
  public synchronized @Nullable Deployment findByInstance(UUID instance) {
    return rows.values().stream()
        .filter(it -> it.request().instance().equals(instance))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  @Override
  public synchronized List<Deployment> list(boolean ended, int limit) {
    return rows.values().stream()
        .filter(it -> ended || !it.state().isOver())
        .sorted(Comparator.comparing(Deployment::created).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized @Nullable Deployment save(
      Deployment deployment, @Nullable StepRecord line, List<Notice> notices) {
    rows.put(deployment.id(), deployment);
    if (line != null) {
      lines.computeIfAbsent(deployment.id(), _ -> new ArrayList<>()).add(line);
    }
    return deployment;
  }

  @Override
  public synchronized List<StepRecord> timeline(UUID deployment) {
    return List.copyOf(lines.getOrDefault(deployment, List.of()));
  }
}
