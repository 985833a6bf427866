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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.service.Lease;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.WakeupTable;
import org.novabm.store.work.Work;
import org.novabm.store.work.WorkLoop;
import org.novabm.store.work.WorkSettings;
import org.novabm.task.Next;
import org.novabm.task.Standing;
import org.novabm.task.Writes;

interface WakeupsContract extends OnDatabase {

  Duration LONG = Duration.ofSeconds(30);

  private WorkLoop started(Work work) {
    WorkLoop loop = stopped(work);
    loop.start();
    return loop;
  }

  private WorkLoop stopped(Work work) {
    return stopped(Stage.HOST, work, Lease.ALWAYS);
  }

  private WorkLoop stopped(ServiceHost host, Work work, Lease lease) {
    WorkSettings settings =
        new WorkSettings(host, 8, Duration.ofMillis(200), Duration.ofSeconds(1));
    return new WorkLoop(stage().pool(), settings, work, lease, InstantSource.system());
  }

  /** Work after which nothing is left to do. */
  private static Work once(Consumer<UUID> work) {
    return id -> {
      work.accept(id);
      return new Next.Nothing();
    };
  }

  private List<String> rows() {
    return stage().query("select task_id from wakeups");
  }

  @Test
  default void wokenWorkIsDoneAndLeavesNoRow() {
    List<UUID> done = new CopyOnWriteArrayList<>();
    UUID deployment = UUID.randomUUID();
    try (WorkLoop wakeups =
        started(
            id -> {
              done.add(id);
              return new Next.Nothing();
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
    try (WorkLoop wakeups =
        started(
            id ->
                switch (count.incrementAndGet()) {
                  case 1 -> new Next.At(Instant.now());
                  case 2 -> new Next.At(Instant.now().plusMillis(700));
                  default -> new Next.Nothing();
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
    try (WorkLoop wakeups =
        started(
            id -> {
              ran.countDown();
              return new Next.Nothing();
            })) {
      Instant later = Instant.now().plus(Duration.ofHours(2));
      wakeups.wake(deployment, later);
      wakeups.wake(deployment, later.plusSeconds(60));
      String stored = stage().query("select due_at from wakeups").getFirst();
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
    try (WorkLoop wakeups =
        started(
            id -> {
              entered.release();
              mayLeave.acquireUninterruptibly();
              count.incrementAndGet();
              return new Next.Nothing();
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
    try (WorkLoop us = stopped(once(ours::add));
        WorkLoop them = stopped(other, once(theirs::add), Lease.ALWAYS)) {
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
    stage().execute("delete from wakeups");
    new WakeupTable(stage().pool(), new ServiceHost("compute2"))
        .wake(begun.task().id(), Instant.now());
    assertThat(stage().query("select host from wakeups")).containsExactly("compute1");
  }

  @Test
  default void failedWorkIsTriedAgain() {
    AtomicInteger count = new AtomicInteger();
    Instant began = Instant.now();
    try (WorkLoop wakeups =
        started(
            id -> {
              return switch (count.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("thrown by the test");
                case 2 -> throw new NoClassDefFoundError("thrown by the test");
                default -> new Next.Nothing();
              };
            })) {
      wakeups.wake(UUID.randomUUID(), Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(count).hasValue(3);
      assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    }
  }

  @Test
  default void whoHoldsNoLeaseLeavesTheWorkToTheOther() {
    List<UUID> ours = new CopyOnWriteArrayList<>();
    List<UUID> theirs = new CopyOnWriteArrayList<>();
    AtomicBoolean held = new AtomicBoolean(true);
    List<UUID> all = Stream.generate(UUID::randomUUID).limit(40).toList();
    try (WorkLoop us = stopped(Stage.HOST, once(ours::add), held::get);
        WorkLoop them = stopped(Stage.HOST, once(theirs::add), () -> !held.get())) {
      us.start();
      them.start();
      all.subList(0, 20).forEach(id -> them.wake(id, Instant.now()));
      await().atMost(LONG).until(() -> rows().isEmpty());
      held.set(false);
      all.subList(20, 40).forEach(id -> us.wake(id, Instant.now()));
      await().atMost(LONG).until(() -> rows().isEmpty());
    }
    assertThat(ours).containsExactlyInAnyOrderElementsOf(all.subList(0, 20));
    assertThat(theirs).containsExactlyInAnyOrderElementsOf(all.subList(20, 40));
  }

  @Test
  default void whoLosesTheLeaseAtWorkLeavesItDue() {
    AtomicBoolean held = new AtomicBoolean(true);
    UUID task = UUID.randomUUID();
    CountDownLatch done = new CountDownLatch(1);
    try (WorkLoop us =
        stopped(
            Stage.HOST,
            id -> {
              held.set(false);
              done.countDown();
              return new Next.At(Instant.now().plusSeconds(3600));
            },
            held::get)) {
      us.start();
      us.wake(task, Instant.now());
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(stage().query("select task_id from wakeups where due_at <= current_timestamp(6)"))
        .containsExactly(task.toString());
  }

  @Test
  default void noMoreIsDoneAtATimeThanTheSettingsSay() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Semaphore mayLeave = new Semaphore(0);
    try (WorkLoop wakeups =
        started(
            once(
                id -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  mayLeave.acquireUninterruptibly();
                  now.decrementAndGet();
                  done.incrementAndGet();
                }))) {
      for (int i = 0; i < 20; i++) {
        wakeups.wake(UUID.randomUUID(), Instant.now());
      }
      await().atMost(LONG).until(() -> now.get() == 8);
      mayLeave.release(20);
      await().atMost(LONG).until(() -> rows().isEmpty());
    }
    assertThat(most).hasValue(8);
    assertThat(done).hasValue(20);
  }

  @Test
  default void workThatWakesItselfIsDoneOnceMoreWithoutARow() {
    AtomicInteger count = new AtomicInteger();
    AtomicReference<WorkLoop> loop = new AtomicReference<>();
    try (WorkLoop wakeups =
        stopped(
            id -> {
              if (count.incrementAndGet() == 1) {
                loop.get().wake(id, Instant.now());
                assertThat(stage().query("select version from wakeups")).containsExactly("1");
                return new Next.At(Instant.now().plusSeconds(3600));
              }
              return new Next.Nothing();
            })) {
      loop.set(wakeups);
      wakeups.start();
      wakeups.wake(UUID.randomUUID(), Instant.now());
      await().atMost(LONG).until(() -> rows().isEmpty());
      assertThat(count).hasValue(2);
    }
  }

  @Test
  default void wakeUpAcceptedBeforeTheStartIsKept() throws InterruptedException {
    UUID deployment = UUID.randomUUID();
    try (WorkLoop never = stopped(id -> null)) {
      never.wake(deployment, Instant.now());
    }
    CountDownLatch ran = new CountDownLatch(1);
    try (WorkLoop _ =
        started(
            id -> {
              ran.countDown();
              return new Next.Nothing();
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
    stage().execute("delete from wakeups");
    List<UUID> done = new CopyOnWriteArrayList<>();
    try (WorkLoop _ =
        started(
            id -> {
              done.add(id);
              return new Next.Nothing();
            })) {
      await().atMost(LONG).until(() -> done.size() == 1 && rows().isEmpty());
      assertThat(done).containsExactly(working.task().id());
    }
  }
}
