package org.novabm.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.Verb;
import org.novabm.node.TaskState;
import org.novabm.store.work.WakeupWrites;
import org.novabm.task.Cursor;
import org.novabm.task.NodeChange;
import org.novabm.task.Signal;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Tasks, with all that is written together with them: timelines, instances, the state of nodes,
 * notices, and wake-ups.
 */
final class JdbcTaskStore implements TaskStore {

  private final Transactions transactions;
  private final JdbcOperations jdbc;
  private final TaskTable tasks;
  private final TimelineTable timelines;
  private final InstanceTable instances;
  private final JdbcOutbox outbox;
  private final WakeupWrites wakeups;
  private final Signals signals;
  private final InstantSource time;

  /**
   * Who is to look at what was written.
   *
   * @param due there is work
   * @param told there are notices
   */
  record Signals(Signal due, Signal told) {}

  JdbcTaskStore(
      Transactions transactions,
      JdbcOperations jdbc,
      TaskTable tasks,
      InstanceTable instances,
      JdbcOutbox outbox,
      WakeupWrites wakeups,
      Signals signals,
      InstantSource time) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.timelines = new TimelineTable(jdbc);
    this.instances = instances;
    this.outbox = outbox;
    this.wakeups = wakeups;
    this.signals = signals;
    this.time = time;
  }

  @Override
  public boolean begin(Writes writes) {
    Task task = writes.task();
    boolean begun = runUnlessTaken(() -> insert(task, writes));
    if (begun) {
      ring(writes);
      signals.due().ring();
    }
    return begun;
  }

  private boolean insert(Task task, Writes writes) {
    UUID uuid = task.instance();
    boolean adopts = task.verb() == Verb.ADOPT;
    boolean makesIt = adopts || task.verb() == Verb.DEPLOY;
    if (uuid != null && makesIt && instances.isThere(uuid)) {
      return false;
    }
    NodeChange node = writes.node();
    if (node != null && (uuid == null || adopts) && !take(node, task)) {
      return false;
    }
    tasks.insert(task);
    Instance instance = writes.instance();
    if (instance != null) {
      instances.put(instance);
    }
    writeRest(writes);
    wakeups.wake(task.id(), time.instant());
    return true;
  }

  /** The unique columns say that another task of the instance or the node lives. */
  private boolean runUnlessTaken(Supplier<Boolean> work) {
    try {
      return transactions.run(work);
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** Only a node that is still as it was asked for, and has no instance. */
  private boolean take(NodeChange node, Task task) {
    return jdbc.update(
            """
            update bm_nodes set provision_state = ?
            where id = ? and provision_state = ? and instance_uuid is null and deleted = false
            """,
            node.state().name(),
            node.node(),
            task.head().from().name())
        == 1;
  }

  @Override
  public @Nullable Task find(UUID id) {
    return transactions.<@Nullable Task>run(() -> tasks.byId(id));
  }

  @Override
  public @Nullable Task findOwn(UUID id) {
    return transactions.<@Nullable Task>run(() -> tasks.own(id));
  }

  @Override
  public @Nullable Task findByInstance(UUID instance) {
    return transactions.<@Nullable Task>run(() -> tasks.byInstance(instance));
  }

  @Override
  public @Nullable Task findByNode(long node) {
    return transactions.<@Nullable Task>run(() -> tasks.byNode(node));
  }

  @Override
  public List<Task> list(boolean ended, int limit) {
    return transactions.run(() -> tasks.newest(ended, limit));
  }

  @Override
  public @Nullable Task save(Writes writes) {
    Task next = writes.next();
    boolean saved =
        transactions.run(
            () -> {
              if (!update(writes)) {
                return false;
              }
              if (!writes.task().isLive()) {
                wakeups.forget(writes.task().id());
              }
              if (next != null) {
                tasks.insert(next);
                wakeups.wake(next.id(), time.instant());
              }
              return true;
            });
    if (!saved) {
      return null;
    }
    ring(writes);
    if (next != null) {
      signals.due().ring();
    }
    return written(writes.task());
  }

  @Override
  public boolean interrupt(Writes writes) {
    boolean saved =
        transactions.run(
            () -> {
              if (!update(writes)) {
                return false;
              }
              wakeups.wake(writes.task().id(), time.instant());
              return true;
            });
    if (saved) {
      ring(writes);
      signals.due().ring();
    }
    return saved;
  }

  private boolean update(Writes writes) {
    if (!tasks.update(writes.task())) {
      return false;
    }
    Instance instance = writes.instance();
    if (instance != null) {
      instances.update(instance);
    }
    writeRest(writes);
    return true;
  }

  private void writeRest(Writes writes) {
    timelines.put(writes.task().id(), writes.lines());
    NodeChange node = writes.node();
    if (node != null) {
      change(node);
    }
    writes.notices().forEach(outbox::post);
  }

  private void change(NodeChange node) {
    TaskState word = node.word();
    jdbc.update(
        """
        update bm_nodes set provision_state = ?, task_state = coalesce(?, task_state), updated_at = ?,
          version = version + 1
        where id = ? and deleted = false
        """,
        node.state().name(),
        word == null ? null : word.word(),
        Columns.utc(time.instant()),
        node.node());
  }

  private void ring(Writes writes) {
    if (!writes.notices().isEmpty()) {
      signals.told().ring();
    }
  }

  @Override
  public List<StepRecord> timeline(UUID task) {
    return transactions.run(() -> timelines.of(task));
  }

  /** As it would be read. */
  private static Task written(Task task) {
    Cursor at = task.cursor();
    Instant since = Stored.time(at.since());
    Cursor stored =
        new Cursor(at.direction(), at.step(), at.reach(), at.line(), at.attempt(), since);
    return new Task(
        task.head(),
        task.plan(),
        stored,
        task.standing().because(Stored.text(task.standing().reason())),
        task.version() + 1);
  }
}
