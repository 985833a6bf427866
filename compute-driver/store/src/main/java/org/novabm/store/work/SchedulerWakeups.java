package org.novabm.store.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wake-ups, and the work they ask for. Several processes of a host share the table, and several
 * hosts do; each task is worked on by one process of its own host at a time. A wake-up of this
 * process is acted upon at once, one of another process after the polling time.
 *
 * <p>The work of a process that died is taken over by another after four to six heartbeats, by its
 * own successor of the same name after one and a half.
 */
public final class SchedulerWakeups implements Wakeups, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SchedulerWakeups.class);
  private static final int MISSED_HEARTBEATS = 4;
  private static final int ROUNDS = 100;
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final WakeupTable table;
  private final WorkSettings settings;
  private final Work work;
  private final InstantSource time;
  private final ScheduledExecutorService clock;
  private final Scheduler scheduler;
  private final Alarm alarm;
  private final Ending ending;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Does nothing until {@link #start()}; wake-ups are taken at once. */
  public SchedulerWakeups(
      DataSource database, WorkSettings settings, Work work, InstantSource time) {
    this.table = new WakeupTable(database, settings.host());
    this.settings = settings;
    this.work = work;
    this.time = time;
    this.clock =
        Executors.newScheduledThreadPool(3, Thread.ofVirtual().name("wakeups-", 0).factory());
    this.scheduler = scheduler(database);
    this.alarm = new Alarm(clock, time, scheduler::triggerCheckForDueExecutions);
    this.ending = new Ending(table, alarm::at);
  }

  /**
   * Takes over what a former process of this host left, and begins to work. Only who holds the
   * host's lease may start.
   */
  public void start() {
    takeOver();
    wakeForgotten();
    scheduler.start();
    Future<?> _ =
        clock.scheduleWithFixedDelay(
            this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** There is a row that is due: it is taken at once. */
  public void look() {
    alarm.at(time.instant());
  }

  /** What was put on record while the database did not take the wake-up is found here. */
  private void sweep() {
    try {
      wakeForgotten();
    } catch (RuntimeException e) {
      LOG.warn("forgotten work was not looked for: {}", e.getMessage());
    }
  }

  private void wakeForgotten() {
    Instant now = time.instant();
    int forgotten = table.wakeForgotten(now);
    if (forgotten > 0) {
      LOG.info("{} tasks had work to do and nobody to do it; woken", forgotten);
      alarm.at(now);
    }
  }

  @Override
  public void wake(UUID task, Instant at) {
    table.wake(task, at);
    alarm.at(at);
  }

  /**
   * Lets running work end, interrupts what takes longer than the settings say. What was asked for
   * stays on record.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      scheduler.stop();
    }
  }

  private Scheduler scheduler(DataSource database) {
    CustomTask<Void> task =
        Tasks.custom(table.task(), Void.class)
            .onFailure((complete, operations) -> failed(complete.getExecution()))
            .onDeadExecution((complete, operations) -> revive(complete.getExecution()))
            .execute((instance, context) -> execute(context));
    return Scheduler.create(database, task)
        .schedulerName(new SchedulerName.Fixed(settings.name()))
        .threads(settings.threads())
        // a pool of virtual threads: its size is the limit, and idle ones cost next to nothing
        .executorService(
            Executors.newFixedThreadPool(
                settings.threads(), Thread.ofVirtual().name("provision-", 0).factory()))
        .dueExecutor(
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("wakeups-due").factory()))
        .housekeeperExecutor(clock)
        .pollUsingFetch(0.5, 1.0)
        .pollingInterval(settings.poll())
        .heartbeatInterval(settings.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(settings.shutdownWait())
        // the rows of other hosts, whose work is none of ours
        .deleteUnresolvedAfter(FOR_EVER)
        .commitWhenAutocommitDisabled(true)
        .alwaysPersistTimestampInUTC()
        .clock(time::instant)
        .build();
  }

  private CompletionHandler<Void> execute(ExecutionContext context) {
    UUID task = UUID.fromString(context.getExecution().taskInstance.getId());
    Instant next = work.run(task);
    for (int round = 1; round < ROUNDS && isDue(next); round++) {
      if (context.getSchedulerState().isShuttingDown()) {
        break;
      }
      next = work.run(task);
    }
    Instant last = next;
    return (complete, operations) -> ending.end(complete.getExecution(), last, 0, time.instant());
  }

  private boolean isDue(@Nullable Instant next) {
    return next != null && !next.isAfter(time.instant());
  }

  private void failed(Execution execution) {
    int failures = execution.consecutiveFailures + 1;
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
    Instant now = time.instant();
    ending.end(
        execution,
        now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE),
        failures,
        now);
  }

  private void revive(Execution execution) {
    Instant now = time.instant();
    if (table.revive(execution.taskInstance.getId(), execution.version, now)) {
      LOG.warn(
          "task {}: its process {} is silent; this one goes on with it",
          execution.taskInstance.getId(),
          execution.pickedBy);
      alarm.at(now);
    }
  }

  private void takeOver() {
    Instant now = time.instant();
    int taken = table.reviveAll(now);
    if (taken > 0) {
      LOG.info("{} tasks were in work when the former process ended; going on", taken);
      alarm.at(now);
    }
  }
}
