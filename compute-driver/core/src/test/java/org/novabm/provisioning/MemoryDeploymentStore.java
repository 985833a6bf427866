package org.novabm.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;

/** Deployments in a map; can be told to die at a write, before or after it took effect. */
public final class MemoryDeploymentStore implements DeploymentStore {

  /** The process died. */
  public static final class Crash extends RuntimeException {
    Crash() {
      super("the process died here");
    }
  }

  private final Map<UUID, Deployment> deployments = new LinkedHashMap<>();
  private final Map<UUID, TreeMap<Integer, StepRecord>> lines = new LinkedHashMap<>();
  private final List<String> events = new ArrayList<>();
  private BiConsumer<Deployment, Deployment> watcher = (before, after) -> {};
  private int crashBefore = -1;
  private int crashAfter = -1;
  private int writes;

  /** The n-th write from now, counted from 0, dies before it is done. */
  synchronized void crashBefore(int write) {
    crashBefore = writes + write;
  }

  /** The n-th write from now, counted from 0, dies after it is done. */
  synchronized void crashAfter(int write) {
    crashAfter = writes + write;
  }

  /** Is told of every write that took effect. */
  synchronized void watch(BiConsumer<Deployment, Deployment> told) {
    watcher = told;
  }

  synchronized int writes() {
    return writes;
  }

  synchronized List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized boolean add(Deployment deployment, List<Notice> notices) {
    Deployment live = findByInstance(deployment.request().instance());
    if (live != null && !live.state().isOver()) {
      return false;
    }
    deployments.put(deployment.id(), deployment);
    notices.forEach(notice -> events.add(notice.event()));
    return true;
  }

  @Override
  public synchronized @Nullable Deployment find(UUID id) {
    return deployments.get(id);
  }

  @Override
  public synchronized @Nullable Deployment findByInstance(UUID instance) {
    Deployment found = null;
    for (Deployment deployment : deployments.values()) {
      if (deployment.request().instance().equals(instance)) {
        found = deployment;
      }
    }
    return found;
  }

  @Override
  public synchronized List<Deployment> list(boolean ended, int limit) {
    return deployments.values().stream()
        .filter(d -> ended || !d.state().isOver())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized @Nullable Deployment save(
      Deployment deployment, @Nullable StepRecord line, List<Notice> notices) {
    int write = writes++;
    if (write == crashBefore) {
      throw new Crash();
    }
    Deployment seen = deployments.get(deployment.id());
    if (seen == null || seen.version() != deployment.version()) {
      return null;
    }
    Deployment saved = next(deployment);
    deployments.put(saved.id(), saved);
    watcher.accept(seen, saved);
    if (line != null) {
      lines.computeIfAbsent(saved.id(), id -> new TreeMap<>()).put(line.number(), line);
    }
    notices.forEach(notice -> events.add(notice.event()));
    if (write == crashAfter) {
      throw new Crash();
    }
    return saved;
  }

  @Override
  public synchronized List<StepRecord> timeline(UUID deployment) {
    return List.copyOf(lines.getOrDefault(deployment, new TreeMap<>()).values());
  }

  private static Deployment next(Deployment d) {
    return new Deployment(
        d.id(),
        d.request(),
        d.state(),
        d.asked(),
        d.nodeId(),
        d.tried(),
        d.step(),
        d.attempt(),
        d.since(),
        d.created(),
        d.undoFailed(),
        d.reason(),
        d.version() + 1);
  }
}
