package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** A back end that breaks, as one does whose stack an answer was too deep for, leaves its lane. */
@Timeout(30)
class ErrorsInLanesTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Access TEN = new Access(new VlanId(10));

  @Test
  void movesThatWereMadeTogetherEndTogether() throws Exception {
    BatchingSwitch device = new BatchingSwitch();
    device.mayCommit = new CountDownLatch(1);
    device.overflowsAt = 2;
    SwitchLane lane = new SwitchLane("switch");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<PortState> first = threads.submit(() -> move(lane, device, 0));
      device.firstCommitBegan.await();
      List<Future<PortState>> others = new ArrayList<>();
      for (int port = 1; port < 4; port++) {
        int number = port;
        others.add(threads.submit(() -> move(lane, device, number)));
      }
      while (lane.waiting() < 3) {
        Thread.onSpinWait();
      }
      device.mayCommit.countDown();
      assertThat(first.get().mode()).isEqualTo(TEN);
      for (Future<PortState> other : others) {
        assertThatThrownBy(() -> other.get(10, TimeUnit.SECONDS))
            .hasRootCauseInstanceOf(StackOverflowError.class)
            .hasMessageContaining("broke: java.lang.StackOverflowError");
      }
      assertThat(move(lane, device, 5).mode()).isEqualTo(TEN);
    }
  }

  private static PortState move(SwitchLane lane, SwitchManager device, int port) {
    return lane.move(() -> device, new PortChange(new PortName("p" + port), TEN, "test"), WITHIN);
  }

  /** Breaks the first time. */
  private static final class Machine implements PowerManager {

    private final AtomicInteger read = new AtomicInteger();
    private final CountDownLatch mayRead = new CountDownLatch(1);

    @Override
    public PowerState state(Duration within) {
      try {
        mayRead.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (read.incrementAndGet() == 1) {
        throw new StackOverflowError("an answer too deep");
      }
      return PowerState.ON;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return action.target();
    }

    @Override
    public void close() {}
  }

  @Test
  void readingsThatWaitedGoOn() throws Exception {
    Machine machine = new Machine();
    DeviceBudget budget =
        new DeviceBudget(Duration.ZERO, 3, Duration.ofSeconds(5), WITHIN, Duration.ofMinutes(10));
    PowerLane lane =
        new PowerLane(
            "10.0.0.1", new BmcQueue("10.0.0.1", budget, InstantSource.system()), () -> machine);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PowerState>> readings = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        readings.add(threads.submit(() -> lane.state(WITHIN)));
      }
      machine.mayRead.countDown();
      int broken = 0;
      for (Future<PowerState> reading : readings) {
        try {
          assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo(PowerState.ON);
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e).hasRootCauseInstanceOf(StackOverflowError.class);
          broken++;
        }
      }
      assertThat(broken).isPositive();
      assertThat(lane.state(WITHIN)).isEqualTo(PowerState.ON);
    }
  }
}
