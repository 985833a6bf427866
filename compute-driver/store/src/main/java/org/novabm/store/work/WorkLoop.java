package org.novabm.store.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.novabm.service.Lease;
import org.novabm.task.Next;
import org.novabm.task.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the wake-ups of one host, in the one process that holds its lease. Several hosts share
 * the table. A wake-up of this process is acted upon at once, one of another process after the
 * polling time. What a process that died had in hand is due still, and its successor's at once.
 */
public final class WorkLoop implements Wakeups, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
  private static final long SWEEP_SECONDS = 30;

  private final WakeupTable table;
  private final WorkSettings settings;
  private final Lease lease;
  private final InstantSource time;
  private final TaskWork work;
  private final ScheduledExecutorService clock;
  private final ExecutorService workers;
  private final Semaphore ring = new Semaphore(0);
  private final Alarm alarm;
  private final Map<UUID, DueTask> running = new ConcurrentHashMap<>();
  private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Whether the loop has told that the database is away; used by its thread alone. */
  private boolean away;

  /**
   * Does nothing until {@link #start()}; wake-ups are taken at once.
   *
   * @param lease without it nothing is begun: another process works for the host
   */
  public WorkLoop(
      DataSource database, WorkSettings settings, Work work, Lease lease, InstantSource time) {
    this.table = new WakeupTable(database, settings.host());
    this.settings = settings;
    this.lease = lease;
    this.time = time;
    this.work = new TaskWork(work, () -> closed, time);
    this.clock =
        Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("wakeups-", 0).factory());
    this.workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("provision-", 0).factory());
    this.alarm = new Alarm(clock, time, this::look);
  }

  /** Begins to work, with what a former process of this host left. */
  public void start() {
    wakeForgotten();
    Future<?> _ =
        clock.scheduleWithFixedDelay(
            this::wakeForgotten, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    Thread.ofVirtual().name("wakeups").start(this::loop);
    look();
  }

  /** There may be a row that is due: it is taken at once. */
  public void look() {
    ring.release();
  }

  @Override
  public void wake(UUID task, Instant at) {
    if (!at.isAfter(time.instant()) && TaskWork.isWokenByItself(task)) {
      return;
    }
    table.wake(task, at);
    alarm.at(at);
  }

  /**
   * Lets running work end, interrupts what takes longer than the settings say. What was asked for
   * stays on record.
   */
  @Override
  public void close() {
    closed = true;
    look();
    clock.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(settings.shutdownWait().toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
        boolean _ = workers.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    try {
      while (!closed) {
        boolean _ = ring.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        ring.drainPermits();
        takeDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeDue() {
    if (closed || !lease.isHeld() || running.size() >= settings.threads()) {
      return;
    }
    try {
      // rows in hand are due too, and may be read just before they are done
      Set<UUID> inHand = Set.copyOf(running.keySet());
      for (DueTask due : table.due(time.instant(), settings.threads())) {
        if (!inHand.contains(due.id())) {
          begin(due);
        }
      }
      if (away) {
        away = false;
        log.info("the database answers again; work goes on");
      }
    } catch (RuntimeException e) {
      if (!away) {
        away = true;
        log.warn("no work is begun until the database answers: {}", e.getMessage());
      }
    } catch (Error e) {
      // a loop that ended would leave the host idle while it holds its lease
      log.error("work that is due was not begun; it is looked for again", e);
    }
  }

  private void begin(DueTask task) {
    if (running.size() >= settings.threads()) {
      return;
    }
    running.put(task.id(), task);
    try {
      workers.execute(() -> work(task));
    } catch (RejectedExecutionException e) {
      // shutting down: the row is on record, and whoever starts next finds it
      running.remove(task.id());
    } catch (Error e) {
      running.remove(task.id());
      throw e;
    }
  }

  private void work(DueTask task) {
    boolean again = true;
    Next next = new Next.Nothing();
    try {
      TaskWork.Result result = work.run(task.id(), failures.getOrDefault(task.id(), 0));
      count(task, result.failures());
      next = result.next();
      again = !isOver(task, next);
    } catch (RuntimeException e) {
      log.warn("task {}: what it waits for was not put on record: {}", task.id(), e.getMessage());
      again = false;
    } finally {
      running.remove(task.id());
      if (again || running.size() >= settings.threads() - 1) {
        look();
      } else if (next instanceof Next.At(Instant when)) {
        alarm.at(when);
      }
    }
  }

  private void count(DueTask task, int inARow) {
    if (inARow == 0) {
      failures.remove(task.id());
    } else {
      failures.put(task.id(), inARow);
    }
  }

  /**
   * False when it was woken meanwhile. Another process that works for the host now finds it due.
   */
  private boolean isOver(DueTask task, Next next) {
    if (!lease.isHeld()) {
      log.warn("task {} is left where it is: this process acts for its host no more", task.id());
      return true;
    }
    return switch (next) {
      case Next.Ended() -> true;
      case Next.Nothing() -> table.finish(task);
      case Next.At(Instant when) -> table.postpone(task, when);
    };
  }

  /** What was put on record while the database did not take the wake-up is found here. */
  private void wakeForgotten() {
    try {
      int forgotten = table.wakeForgotten(time.instant());
      if (forgotten > 0) {
        log.info("{} tasks had work to do and nobody to do it; woken", forgotten);
        look();
      }
    } catch (RuntimeException e) {
      log.warn("forgotten work was not looked for: {}", e.getMessage());
    }
  }
}
