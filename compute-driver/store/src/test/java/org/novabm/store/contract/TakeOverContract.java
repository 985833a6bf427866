package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.store.work.SchedulerWakeups;

/**
 * Only on databases that two processes can share. Who starts holds the lease of the host: what the
 * former holder had picked is taken at once.
 */
interface TakeOverContract extends OnDatabase {

  @ParameterizedTest
  @ValueSource(strings = {"doomed", "another"})
  default void workOfAKilledProcessIsTakenOver(String successor) throws Exception {
    UUID deployment = UUID.randomUUID();
    Process doomed = DoomedWorker.start(stage().database(), "doomed", deployment);
    CountDownLatch taken = new CountDownLatch(1);
    try (SchedulerWakeups wakeups =
        new SchedulerWakeups(
            stage().pool(),
            DoomedWorker.settings(successor),
            id -> {
              taken.countDown();
              return null;
            },
            InstantSource.system())) {
      doomed.destroyForcibly().waitFor();
      wakeups.start();
      assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      doomed.destroyForcibly();
    }
  }
}
