package org.novabm.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;

/** Tasks and instances in maps, to be read; nothing here is taken further. */
final class MemoryTasks implements TaskStore, InstanceStore {

  private final Map<UUID, Task> tasks = new LinkedHashMap<>();
  private final Map<UUID, Instance> instances = new LinkedHashMap<>();
  private final Map<UUID, List<StepRecord>> lines = new LinkedHashMap<>();

  synchronized void clear() {
    tasks.clear();
    instances.clear();
    lines.clear();
  }

  synchronized void put(Task task, StepRecord... timeline) {
    tasks.put(task.id(), task);
    lines.put(task.id(), List.of(timeline));
  }

  synchronized void put(Instance instance) {
    instances.put(instance.uuid(), instance);
  }

  @Override
  public synchronized boolean begin(Writes writes) {
    put(writes.task());
    Instance made = writes.instance();
    if (made != null) {
      put(made);
    }
    return true;
  }

  @Override
  public synchronized @Nullable Task find(UUID id) {
    return tasks.get(id);
  }

  @Override
  public synchronized @Nullable Task findByInstance(UUID instance) {
    return tasks.values().stream()
        .filter(it -> instance.equals(it.instance()))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  @Override
  public synchronized @Nullable Task findByNode(long node) {
    return tasks.values().stream()
        .filter(it -> it.isLive() && Long.valueOf(node).equals(it.node()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized List<Task> list(boolean ended, int limit) {
    List<Task> wanted =
        new ArrayList<>(tasks.values().stream().filter(it -> ended || it.isLive()).toList());
    return wanted.reversed().stream().limit(limit).toList();
  }

  @Override
  public @Nullable Task save(Writes writes) {
    throw new UnsupportedOperationException("the API writes no tasks");
  }

  @Override
  public synchronized boolean interrupt(Writes writes) {
    put(writes.task());
    return true;
  }

  @Override
  public synchronized List<StepRecord> timeline(UUID task) {
    return lines.getOrDefault(task, List.of());
  }

  @Override
  public synchronized @Nullable Instance findInstance(UUID uuid) {
    return instances.get(uuid);
  }

  @Override
  public synchronized List<Instance> listInstances(boolean over, int limit) {
    return instances.values().stream()
        .filter(it -> over || !it.isOver())
        .sorted(Comparator.comparing(Instance::created).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean add(Instance instance) {
    put(instance);
    return true;
  }
}
