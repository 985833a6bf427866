package org.novabm.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.node.TaskState;

/** What of a task is on record, and the lines of its timeline that are not yet. */
final class Ledger {

  /** Who looks at the timeline is not to wait longer for what is over. */
  private static final Duration UNSAVED = Duration.ofMillis(300);

  private final TaskStore tasks;
  private final List<StepRecord> lines = new ArrayList<>();
  private Task saved;
  private @Nullable Instance instance;

  Ledger(TaskStore tasks, Task saved, @Nullable Instance instance) {
    this.tasks = tasks;
    this.saved = saved;
    this.instance = instance;
  }

  /** How a write went. */
  enum Write {
    /** It is on record. */
    DONE,
    /** Somebody gave the task up meanwhile; nothing was written. */
    GIVEN_UP,
    /** Another process went on with it; nothing was written. */
    OVERTAKEN
  }

  /** The task as it is on record. */
  Task saved() {
    return saved;
  }

  void note(StepRecord line) {
    lines.add(line);
  }

  boolean isStale(Instant now) {
    return !lines.isEmpty()
        && Duration.between(lines.getFirst().started(), now).compareTo(UNSAVED) >= 0;
  }

  /**
   * Writes the task with all that is not on record yet.
   *
   * @param now its instance as it is now
   */
  Write write(Writes writes, @Nullable Instance now) {
    Writes whole = writes.with(lines);
    if (whole.instance() == null && !Objects.equals(now, instance)) {
      whole = whole.with(now);
    }
    if (whole.node() == null) {
      whole = whole.with(wordForOldTools(whole.task()));
    }
    Task written = tasks.save(whole);
    if (written == null) {
      return lost(whole.task());
    }
    saved = written;
    instance = now;
    lines.clear();
    return Write.DONE;
  }

  private Write lost(Task task) {
    Task now = tasks.find(task.id());
    if (now == null || !isOnlyGivenUp(now)) {
      return Write.OVERTAKEN;
    }
    saved = now;
    return Write.GIVEN_UP;
  }

  private boolean isOnlyGivenUp(Task now) {
    Cursor seen = now.cursor();
    return now.isLive()
        && now.standing().abort() != saved.standing().abort()
        && seen.direction() == saved.cursor().direction()
        && seen.step() == saved.cursor().step()
        && seen.reach() == saved.cursor().reach()
        && seen.line() == saved.cursor().line()
        && seen.attempt() == saved.cursor().attempt();
  }

  private @Nullable NodeChange wordForOldTools(Task task) {
    Long id = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    TaskState word = TaskWords.of(task);
    return id == null || rule == null || word == null || word == TaskWords.of(saved)
        ? null
        : new NodeChange(id, rule.during(), word);
  }
}
