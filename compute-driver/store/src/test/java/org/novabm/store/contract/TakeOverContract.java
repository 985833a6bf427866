package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.novabm.service.Lease;
import org.novabm.store.work.WorkLoop;
import org.novabm.task.Next;

/** Only on databases that two processes can share. */
interface TakeOverContract extends OnDatabase {

  @Test
  default void workOfAKilledProcessIsDueForTheNextOfItsHost() throws Exception {
    UUID task = UUID.randomUUID();
    Process doomed = DoomedWorker.start(stage().database(), task);
    CountDownLatch taken = new CountDownLatch(1);
    try (WorkLoop wakeups =
        new WorkLoop(
            stage().pool(),
            DoomedWorker.SETTINGS,
            id -> {
              taken.countDown();
              return new Next.Nothing();
            },
            Lease.ALWAYS,
            InstantSource.system())) {
      doomed.destroyForcibly().waitFor();
      wakeups.start();
      assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      doomed.destroyForcibly();
    }
  }
}
