package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.SchedulerWakeups;
import org.novabm.store.work.WakeupTable;
import org.novabm.store.work.Work;
import org.novabm.store.work.WorkSettings;
import org.novabm.task.Standing;
import org.novabm.task.Writes;

interface WakeupsContract extends OnDatabase {

  Duration LONG = Duration.ofSeconds(30);

  private SchedulerWakeups started(String name, Work work) {
    SchedulerWakeups wakeups = stopped(name, work);
    wakeups.start();
    return wakeups;
  }

  private SchedulerWakeups stopped(String name, Work work) {
    return stopped(Stage.HOST, name, work);
  }

  private SchedulerWakeups stopped(ServiceHost host, String name, Work work) {
    WorkSettings settings =
        new WorkSettings(
            host, name, 8, Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofSeconds(1));
    return new SchedulerWakeups(stage().pool(), settings, work, InstantSource.system());
  }

  private List<String> rows() {
    return stage().query("select task_instance from scheduled_tasks");
  }

  @Test
  default void wokenWorkIsDoneAndLeavesNoRow() {
    List<UUID> done = new CopyOnWriteArrayList<>();
    UUID deployment = UUID.randomUUID();
    try (SchedulerWakeups wakeups =
        started(
            "a",
            id -> {
              done.add(id);
              return null;
            })) {
      wakeups.wake(deployment, Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(done).containsExactly(deployment);
    }
  }

  @Test
  default void workIsDoneAgainWhenItSaysSo() {
    AtomicInteger count = new AtomicInteger();
    Instant began = Instant.now();
    try (SchedulerWakeups wakeups =
        started(
            "a",
            id ->
                switch (count.incrementAndGet()) {
                  case 1 -> Instant.now();
                  case 2 -> Instant.now().plusMillis(700);
                  default -> null;
                })) {
      wakeups.wake(UUID.randomUUID(), Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(count).hasValue(3);
      assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofMillis(700));
    }
  }

  @Test
  default void earlierWakeUpWinsAndLaterOneDoesNot() {
    UUID deployment = UUID.randomUUID();
    CountDownLatch ran = new CountDownLatch(1);
    try (SchedulerWakeups wakeups =
        started(
            "a",
            id -> {
              ran.countDown();
              return null;
            })) {
      Instant later = Instant.now().plus(Duration.ofHours(2));
      wakeups.wake(deployment, later);
      wakeups.wake(deployment, later.plusSeconds(60));
      String stored = stage().query("select execution_time from scheduled_tasks").getFirst();
      assertThat(stored).contains(later.toString().substring(14, 19));
      wakeups.wake(deployment, Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(ran.getCount()).isZero();
    }
  }

  @Test
  default void wakeUpDuringTheWorkIsNotLost() {
    AtomicInteger count = new AtomicInteger();
    Semaphore entered = new Semaphore(0);
    Semaphore mayLeave = new Semaphore(0);
    UUID deployment = UUID.randomUUID();
    try (SchedulerWakeups wakeups =
        started(
            "a",
            id -> {
              entered.release();
              mayLeave.acquireUninterruptibly();
              count.incrementAndGet();
              return null;
            })) {
      wakeups.wake(deployment, Instant.now());
      entered.acquireUninterruptibly();
      // from another process, which knows nothing of the work
      new WakeupTable(stage().pool(), Stage.HOST).wake(deployment, Instant.now());
      mayLeave.release();
      entered.acquireUninterruptibly();
      assertThat(count).hasValue(1);
      mayLeave.release();
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(count).hasValue(2);
    }
  }

  @Test
  default void eachHostDoesItsOwnWork() {
    ServiceHost other = new ServiceHost("compute2");
    List<UUID> ours = new CopyOnWriteArrayList<>();
    List<UUID> theirs = new CopyOnWriteArrayList<>();
    List<UUID> all = Stream.generate(UUID::randomUUID).limit(60).toList();
    try (SchedulerWakeups us = stopped(Stage.HOST, "us", id -> noted(ours, id));
        SchedulerWakeups them = stopped(other, "them", id -> noted(theirs, id))) {
      us.start();
      them.start();
      all.subList(0, 30).forEach(id -> us.wake(id, Instant.now()));
      all.subList(30, 60).forEach(id -> them.wake(id, Instant.now()));
      await().atMost(LONG).until(() -> rows().isEmpty());
    }
    assertThat(ours).containsExactlyInAnyOrderElementsOf(all.subList(0, 30));
    assertThat(theirs).containsExactlyInAnyOrderElementsOf(all.subList(30, 60));
  }

  @Test
  default void aWakeUpByAnotherHostGoesToWhoseWorkItIs() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    stage().execute("delete from scheduled_tasks");
    new WakeupTable(stage().pool(), new ServiceHost("compute2"))
        .wake(begun.task().id(), Instant.now());
    assertThat(stage().query("select task_name from scheduled_tasks"))
        .containsExactly("provision/compute1");
  }

  private static @Nullable Instant noted(List<UUID> done, UUID id) {
    done.add(id);
    return null;
  }

  @Test
  default void failedWorkIsTriedAgain() {
    AtomicInteger count = new AtomicInteger();
    try (SchedulerWakeups wakeups =
        started(
            "a",
            id -> {
              if (count.incrementAndGet() == 1) {
                throw new IllegalStateException("thrown by the test");
              }
              return null;
            })) {
      wakeups.wake(UUID.randomUUID(), Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(count).hasValue(2);
    }
  }

  @Test
  default void twoProcessesShareTheWorkAndDoNothingTwice() {
    List<UUID> done = new CopyOnWriteArrayList<>();
    Work work =
        id -> {
          done.add(id);
          return null;
        };
    try (SchedulerWakeups a = started("a", work);
        SchedulerWakeups b = started("b", work)) {
      for (int i = 0; i < 100; i++) {
        (i % 2 == 0 ? a : b).wake(UUID.randomUUID(), Instant.now());
      }
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(done).hasSize(100).doesNotHaveDuplicates();
    }
  }

  @Test
  default void wakeUpAcceptedBeforeTheStartIsKept() throws InterruptedException {
    UUID deployment = UUID.randomUUID();
    try (SchedulerWakeups never = stopped("a", id -> null)) {
      never.wake(deployment, Instant.now());
    }
    CountDownLatch ran = new CountDownLatch(1);
    try (SchedulerWakeups _ =
        started(
            "a",
            id -> {
              ran.countDown();
              return null;
            })) {
      assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  default void taskThatNobodyWokeIsFoundAtTheStart() {
    Writes working = Samples.spawn();
    Writes over = Samples.spawn();
    stage().tasks().begin(working);
    stage().tasks().begin(over);
    Standing ended = new Standing(null, List.of(), null, false, null, Standing.Outcome.DONE);
    assertThat(stage().tasks().save(Writes.of(over.task().with(ended)))).isNotNull();
    stage().execute("delete from scheduled_tasks");
    List<UUID> done = new CopyOnWriteArrayList<>();
    try (SchedulerWakeups _ =
        started(
            "a",
            id -> {
              done.add(id);
              return null;
            })) {
      await().atMost(LONG).until(() -> done.size() == 1 && rows().isEmpty());
      assertThat(done).containsExactly(working.task().id());
    }
  }

  @Test
  default void workOfASilentProcessIsTakenOver() {
    stage()
        .execute(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
              last_heartbeat, version)
            values ('provision/compute1', '%s', '2020-01-01 00:00:00', 1, 'dead', '2020-01-01 00:00:00', 4)
            """
                .formatted(UUID.randomUUID()));
    CountDownLatch ran = new CountDownLatch(1);
    try (SchedulerWakeups _ =
        started(
            "a",
            id -> {
              ran.countDown();
              return null;
            })) {
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(ran.getCount()).isZero();
    }
  }
}
