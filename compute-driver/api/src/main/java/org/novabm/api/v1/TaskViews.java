package org.novabm.api.v1;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.springframework.stereotype.Component;

/** Reads tasks in the form they are shown. */
@Component
class TaskViews {

  private final TaskStore tasks;
  private final StepCatalogue steps;
  private final InstantSource clock;

  TaskViews(TaskStore tasks, StepCatalogue steps, InstantSource clock) {
    this.tasks = tasks;
    this.steps = steps;
    this.clock = clock;
  }

  /** Newest first, without timelines. */
  List<TaskView> list(boolean ended, int limit) {
    return tasks.list(ended, limit).stream()
        .map(it -> TaskView.of(it, label(it), null, clock.instant()))
        .toList();
  }

  @Nullable TaskView find(UUID id) {
    return whole(tasks.find(id));
  }

  /** The instance's live task, else its last. */
  @Nullable TaskView ofInstance(UUID instance) {
    return whole(tasks.findByInstance(instance));
  }

  private @Nullable TaskView whole(@Nullable Task it) {
    return it == null ? null : TaskView.of(it, label(it), tasks.timeline(it.id()), clock.instant());
  }

  private @Nullable String label(Task it) {
    StepCall current = it.current();
    return current == null ? null : label(current);
  }

  /** A task of before a plug-in was taken away can be looked at all the same. */
  private String label(StepCall call) {
    try {
      return steps.step(call).label(call.arguments());
    } catch (IllegalArgumentException _) {
      return call.name();
    }
  }
}
