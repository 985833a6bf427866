package org.novabm.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;

/** Instances in memory. */
public final class MemoryInstances implements InstanceStore {

  private final Map<UUID, Instance> instances = new ConcurrentHashMap<>();

  public void put(Instance instance) {
    instances.put(instance.uuid(), instance);
  }

  @Override
  public @Nullable Instance findInstance(UUID uuid) {
    return instances.get(uuid);
  }

  @Override
  public List<Instance> listInstances(boolean over, int limit) {
    return instances.values().stream()
        .filter(instance -> over || !instance.isOver())
        .sorted(Comparator.comparing(Instance::created).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public boolean add(Instance instance) {
    Instance now =
        instances.compute(
            instance.uuid(), (uuid, known) -> known == null || known.isOver() ? instance : known);
    return now.equals(instance);
  }
}
