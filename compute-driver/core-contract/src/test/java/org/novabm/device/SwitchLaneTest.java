package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

class SwitchLaneTest {

  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Access TEN = new Access(new VlanId(10));

  private final BatchingSwitch device = new BatchingSwitch();
  private final SwitchLane lane = new SwitchLane("switch");

  @Test
  @Timeout(60)
  void fortyEightMovesTakeAtMostTwoCommits() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      device.mayCommit = new CountDownLatch(1);
      Future<PortState> first = threads.submit(() -> move(0, TEN));
      device.firstCommitBegan.await();
      List<Future<PortState>> others = new ArrayList<>();
      for (int i = 1; i < 48; i++) {
        int port = i;
        others.add(threads.submit(() -> move(port, TEN)));
      }
      while (lane.waiting() < 47) {
        Thread.onSpinWait();
      }
      device.mayCommit.countDown();
      assertThat(first.get().mode()).isEqualTo(TEN);
      for (Future<PortState> other : others) {
        assertThat(other.get().mode()).isEqualTo(TEN);
      }
    }
    assertThat(device.commits).hasSize(2);
    assertThat(device.commits.getLast()).hasSize(47);
  }

  @Test
  void changesOfOnePortKeepTheirOrder() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      device.mayCommit = new CountDownLatch(1);
      Future<PortState> on = threads.submit(() -> move(1, TEN));
      device.firstCommitBegan.await();
      Future<PortState> off = threads.submit(() -> move(1, new Idle()));
      device.mayCommit.countDown();
      assertThat(on.get().mode()).isEqualTo(TEN);
      assertThat(off.get().isIdle()).isTrue();
    }
    assertThat(device.read(port(1), WITHIN).isIdle()).isTrue();
  }

  @Test
  void onePortsFaultIsItsOwn() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<PortState> good = threads.submit(() -> move(1, TEN));
      assertThatThrownBy(
              () ->
                  lane.move(
                      () -> device, new PortChange(BatchingSwitch.MISSING, TEN, "test"), WITHIN))
          .isInstanceOf(BackendException.Refused.class);
      assertThat(good.get().mode()).isEqualTo(TEN);
    }
  }

  @Test
  void aMoveWhoseManagerCannotBeOpenedIsNotMadeByTheNextOne() {
    List<Boolean> opens = new ArrayList<>(List.of(false, true));
    Supplier<SwitchManager> shaky =
        () -> {
          if (!opens.removeFirst()) {
            throw new IllegalArgumentException("no such back end");
          }
          return device;
        };
    assertThatThrownBy(() -> lane.move(shaky, new PortChange(port(1), TEN, "test"), WITHIN))
        .isInstanceOf(IllegalArgumentException.class);
    lane.move(shaky, new PortChange(port(2), TEN, "test"), WITHIN);
    assertThat(device.commits).hasSize(1);
    assertThat(device.commits.getFirst()).hasSize(1);
    assertThat(device.read(port(1), WITHIN).isIdle()).isTrue();
  }

  @Test
  @Timeout(60)
  void aSwitchThatNeverComesBackKeepsAMoveWaitingForItsTurnOnly() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      device.mayCommit = new CountDownLatch(1);
      Future<PortState> first = threads.submit(() -> move(1, TEN));
      device.firstCommitBegan.await();
      assertThatThrownBy(
              () ->
                  lane.move(
                      () -> device, new PortChange(port(2), TEN, "test"), Duration.ofMillis(100)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("a move of port p1 has used it since");
      assertThat(lane.waiting()).isZero();
      device.mayCommit.countDown();
      assertThat(first.get().mode()).isEqualTo(TEN);
      assertThat(device.read(port(2), WITHIN).isIdle()).as("given up, and not made later").isTrue();
    }
  }

  private PortState move(int number, PortMode wanted) {
    return lane.move(() -> device, new PortChange(port(number), wanted, "test"), WITHIN);
  }

  private static PortName port(int number) {
    return new PortName("p" + number);
  }
}
