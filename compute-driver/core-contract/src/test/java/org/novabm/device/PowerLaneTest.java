package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

@Timeout(60)
class PowerLaneTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final DeviceBudget QUICK =
      new DeviceBudget(
          Duration.ZERO, 3, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(10));

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();
  private volatile boolean dead;
  private volatile CountDownLatch mayRead = new CountDownLatch(0);
  private BmcQueue queue = new BmcQueue("10.0.0.1", QUICK, () -> Instant.EPOCH);
  private Instant now = Instant.parse("2026-11-27T12:00:00Z");

  private final class Machine implements PowerManager, LastingSession {
    @Override
    public PowerState state(Duration within) {
      try {
        mayRead.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      read.incrementAndGet();
      if (dead) {
        throw new BackendException.Unreachable("10.0.0.1", "no answer; is it plugged in?");
      }
      return PowerState.ON;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return action.target();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private PowerLane lane(DeviceBudget budget) {
    queue = new BmcQueue("10.0.0.1", budget, () -> now);
    return new PowerLane(
        "10.0.0.1",
        queue,
        () -> {
          opened.incrementAndGet();
          return new Machine();
        });
  }

  @Test
  void theManagerIsKeptOpenBetweenOperations() {
    PowerLane lane = lane(QUICK);
    lane.state(PATIENCE);
    lane.use(PATIENCE, manager -> manager.apply(PowerAction.ON, PATIENCE));
    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(0);
    lane.close();
    assertThat(closed).hasValue(1);
    lane.state(PATIENCE);
    assertThat(opened).hasValue(2);
  }

  @Test
  void aManagerWithoutLastingSessionIsClosedAtOnce() {
    PowerManager machine = new Machine();
    PowerLane lane =
        new PowerLane(
            "10.0.0.1",
            new BmcQueue("10.0.0.1", QUICK, () -> now),
            () ->
                new PowerManager() {
                  @Override
                  public PowerState state(Duration within) {
                    return machine.state(within);
                  }

                  @Override
                  public PowerState apply(PowerAction action, Duration within) {
                    return machine.apply(action, within);
                  }

                  @Override
                  public void close() {
                    machine.close();
                  }
                });
    lane.state(PATIENCE);
    assertThat(closed).hasValue(1);
    dead = true;
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("no answer");
    assertThat(closed).hasValue(2);
    lane.close();
    assertThat(closed).hasValue(2);
  }

  @Test
  void readingsThatWaitAreOne() throws Exception {
    PowerLane lane = lane(QUICK);
    mayRead = new CountDownLatch(1);
    List<PowerState> told = new CopyOnWriteArrayList<>();
    List<Thread> asking = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asking.add(Thread.ofVirtual().start(() -> told.add(lane.state(PATIENCE))));
      awaitWaiting(asking.getLast());
    }
    mayRead.countDown();
    for (Thread thread : asking) {
      thread.join();
    }
    assertThat(told).hasSize(100).containsOnly(PowerState.ON);
    assertThat(read).hasValue(2);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aDeviceThatFailsIsLeftAloneAndSaysWhy() {
    PowerLane lane = lane(QUICK);
    dead = true;
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("plugged in");
    }
    assertThatThrownBy(() -> lane.state(PATIENCE))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContainingAll("not asked until 20", "failed 3 times", "plugged in");
    assertThat(read).hasValue(3);
    assertThat(queue.restsUntil()).isEqualTo(now.plusSeconds(5));

    now = now.plusSeconds(5);
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageStartingWith("10.0.0.1: no answer");
    assertThat(queue.restsUntil()).isEqualTo(now.plusSeconds(10));
    now = now.plusSeconds(10);
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageStartingWith("10.0.0.1: no answer");
    assertThat(queue.restsUntil()).isEqualTo(now.plusSeconds(15));

    now = now.plusSeconds(15);
    dead = false;
    assertThat(lane.state(PATIENCE)).isEqualTo(PowerState.ON);
    dead = true;
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageStartingWith("10.0.0.1: no answer");
    assertThat(queue.restsUntil()).isEqualTo(Instant.MIN);
  }

  @Test
  void anOrderIsLetThroughAfterTheFirstRest() {
    PowerLane lane = lane(QUICK);
    dead = true;
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("no answer");
      now = now.plusSeconds(i < 2 ? 0 : 5);
    }
    assertThat(queue.restsUntil()).isEqualTo(now.plusSeconds(5));
    dead = false;
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("not asked");
    PowerState told = lane.use(PATIENCE, manager -> manager.apply(PowerAction.ON, PATIENCE));
    assertThat(told).isEqualTo(PowerState.ON);
    assertThat(lane.state(PATIENCE)).isEqualTo(PowerState.ON);
  }

  @Test
  void aLookThatFailsDoesNotMakeTheDeviceBeLeftAlone() {
    PowerLane lane = lane(QUICK);
    dead = true;
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> lane.aside(PATIENCE, manager -> manager.state(PATIENCE)))
          .hasMessageStartingWith("10.0.0.1: no answer");
    }
    assertThat(queue.restsUntil()).isEqualTo(Instant.MIN);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("no answer");
    }
    assertThatThrownBy(() -> lane.aside(PATIENCE, manager -> manager.state(PATIENCE)))
        .as("and it does not trouble one that is left alone")
        .hasMessageContaining("not asked until");
  }

  @Test
  void aRefusalIsAnAnswer() {
    PowerLane lane = lane(QUICK);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  lane.use(
                      PATIENCE,
                      manager -> {
                        throw new BackendException.Refused("10.0.0.1", "no such boot device");
                      }))
          .hasMessageContaining("no such boot device");
    }
    assertThat(lane.state(PATIENCE)).isEqualTo(PowerState.ON);
  }

  @Test
  void operationsKeepTheirDistance() {
    Duration gap = Duration.ofMillis(40);
    PowerLane lane =
        lane(new DeviceBudget(gap, 3, Duration.ofSeconds(5), PATIENCE, Duration.ofMinutes(1)));
    long start = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      lane.state(PATIENCE);
    }
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(3 * gap.toNanos());
  }

  private static DeviceBudget impatient() {
    return new DeviceBudget(
        Duration.ZERO,
        3,
        Duration.ofSeconds(5),
        PATIENCE,
        Duration.ofMinutes(1),
        Duration.ofMillis(200));
  }

  @Test
  void aDeviceThatNeverComesBackKeepsAnOrderWaitingForItsTurnOnly() throws Exception {
    PowerLane lane = lane(impatient());
    mayRead = new CountDownLatch(1);
    Thread stuck = Thread.ofVirtual().start(() -> lane.state(PATIENCE));
    awaitWaiting(stuck);
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> lane.use(PATIENCE, manager -> manager.apply(PowerAction.OFF, PATIENCE)))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("a reading of the power has used it since 2026-11-27T12:00:00Z");
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("has used it since");
    assertThatThrownBy(() -> lane.state(PATIENCE)).hasMessageContaining("has used it since");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    mayRead.countDown();
    stuck.join();
    assertThat(lane.state(PATIENCE)).isEqualTo(PowerState.ON);
  }

  @Test
  void anOrderWaitsNoLongerThanItsStepHasTime() throws Exception {
    PowerLane lane = lane(QUICK);
    mayRead = new CountDownLatch(1);
    Thread stuck = Thread.ofVirtual().start(() -> lane.state(PATIENCE));
    awaitWaiting(stuck);
    long start = System.nanoTime();
    Duration within = Duration.ofMillis(200);
    assertThatThrownBy(() -> lane.use(within, manager -> manager.apply(PowerAction.OFF, within)))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("has used it since");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    mayRead.countDown();
    stuck.join();
  }

  @Test
  void whoWaitsForADeviceCanBeInterrupted() throws Exception {
    PowerLane lane = lane(QUICK);
    mayRead = new CountDownLatch(1);
    Thread stuck = Thread.ofVirtual().start(() -> lane.state(PATIENCE));
    awaitWaiting(stuck);
    List<String> told = new CopyOnWriteArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    lane.use(PATIENCE, manager -> manager.apply(PowerAction.OFF, PATIENCE));
                  } catch (BackendException.Unreachable e) {
                    told.add(String.valueOf(e.getMessage()));
                  }
                });
    awaitWaiting(waiting);
    waiting.interrupt();
    waiting.join();
    assertThat(told).singleElement().asString().contains("interrupted");
    mayRead.countDown();
    stuck.join();
  }
}
