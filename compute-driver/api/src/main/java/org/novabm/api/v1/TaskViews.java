package org.novabm.api.v1;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.StepView;
import org.novabm.rest.v1.TaskView;
import org.novabm.task.Cursor;
import org.novabm.task.Progress;
import org.novabm.task.Standing;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepRecord;
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
        .map(it -> shown(it, label(it), null, clock.instant()))
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
    return it == null ? null : shown(it, label(it), tasks.timeline(it.id()), clock.instant());
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

  /**
   * As it is now.
   *
   * @param label of the current step; null where there is none
   * @param timeline null to leave it out
   */
  private static TaskView shown(
      Task it, @Nullable String label, @Nullable List<StepRecord> timeline, Instant now) {
    UUID instance = it.instance();
    StepCall current = it.current();
    Cursor at = it.cursor();
    Standing standing = it.standing();
    Standing.Outcome outcome = standing.outcome();
    return new TaskView(
        it.id().toString(),
        it.verb().word(),
        instance == null ? null : instance.toString(),
        it.node(),
        outcome == null ? "running" : word(outcome),
        word(at.direction()),
        current == null ? null : current.name(),
        label,
        at.line(),
        at.attempt(),
        TimeText.of(it.head().created()),
        TimeText.of(at.since()),
        Duration.between(it.head().created(), now).toMillis(),
        standing.abort() == null ? null : word(standing.abort()),
        standing.reason(),
        timeline == null ? null : timeline.stream().map(line -> line(line, now)).toList());
  }

  private static StepView line(StepRecord line, Instant now) {
    Instant ended = line.ended();
    Progress progress = line.progress();
    return new StepView(
        line.number(),
        line.step(),
        line.label(),
        word(line.status()),
        line.attempt(),
        TimeText.of(line.started()),
        TimeText.orNull(ended),
        Duration.between(line.started(), ended == null ? now : ended).toMillis(),
        line.note(),
        progress == null
            ? null
            : new StepView.ProgressView(progress.done(), progress.total(), progress.unit()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
