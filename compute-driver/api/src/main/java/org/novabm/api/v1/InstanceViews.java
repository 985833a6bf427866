package org.novabm.api.v1;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.rest.v1.InstanceView;
import org.novabm.rest.v1.TaskView;
import org.springframework.stereotype.Component;

/** Reads instances in the form they are shown. */
@Component
class InstanceViews {

  private final InstanceStore instances;
  private final TaskViews tasks;

  InstanceViews(InstanceStore instances, TaskViews tasks) {
    this.instances = instances;
    this.tasks = tasks;
  }

  /** Newest first, without tasks. */
  List<InstanceView> list(boolean over, int limit) {
    return instances.listInstances(over, limit).stream().map(it -> of(it, null)).toList();
  }

  /** With its task; null when it is not on record. */
  @Nullable InstanceView find(UUID uuid) {
    // first the task: when that has ended, the instance is what the end made of it
    TaskView task = tasks.ofInstance(uuid);
    Instance found = instances.findInstance(uuid);
    return found == null ? null : of(found, task);
  }

  private static InstanceView of(Instance it, @Nullable TaskView task) {
    return new InstanceView(
        it.uuid().toString(),
        it.request().name(),
        it.request().image().shown(),
        it.state().word(),
        it.power() == null ? null : it.power().name().toLowerCase(Locale.ROOT),
        it.node(),
        TimeText.of(it.created()),
        TimeText.orNull(it.launched()),
        TimeText.orNull(it.terminated()),
        it.fault(),
        task);
  }
}
