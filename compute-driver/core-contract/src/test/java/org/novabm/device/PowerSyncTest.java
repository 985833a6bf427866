package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

@Timeout(60)
class PowerSyncTest {

  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofSeconds(80);
  private static final DeviceBudget QUICK =
      new DeviceBudget(
          Duration.ZERO, 3, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));

  private Instant now = Instant.parse("2026-11-27T12:00:00Z");
  private final MemoryNodeStore nodes = new MemoryNodeStore();
  private final ManyMachines machines = new ManyMachines();
  private final Devices devices =
      new Devices(machines, nodes, SwitchStore.none(), QUICK, () -> now);
  private final PowerSweep sweep = new PowerSweep(devices, LOOK, 4);
  private final Records book = new Records();
  private final PowerSync sync =
      new PowerSync(
          nodes, "host1", devices, sweep, book, INTERVAL, () -> now, new SplittableRandom(1));

  private static final class Records implements PowerBook {
    private final ConcurrentSkipListMap<Long, PowerRecord> found = new ConcurrentSkipListMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    @Override
    public void write(PowerRecord record) {
      writes.incrementAndGet();
      found.put(record.node(), record);
    }

    @Override
    public @Nullable PowerRecord find(long node) {
      return found.get(node);
    }

    @Override
    public Map<Long, PowerRecord> between(long first, long last) {
      return Map.copyOf(found.subMap(first, true, last, true));
    }
  }

  private void pass(Duration time) throws InterruptedException {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      sync.step();
      sweep.awaitAll();
      now = now.plusSeconds(1);
    }
  }

  private PowerRecord known(long node) {
    return Objects.requireNonNull(book.find(node));
  }

  @Test
  void onlyChangesAreWritten() throws InterruptedException {
    Node first = nodes.addStandard(1024);
    nodes.addStandard(1024);
    machines.power.put(first.power().display(), PowerState.ON);
    pass(INTERVAL.multipliedBy(5));
    assertThat(book.writes).hasValue(2);
    assertThat(known(1).word()).isEqualTo("on");
    assertThat(known(2).word()).isEqualTo("off");
    Instant before = now;
    devices.power(first, LOOK, manager -> manager.apply(PowerAction.OFF, LOOK));
    pass(INTERVAL.multipliedBy(2));
    assertThat(book.writes).hasValue(3);
    assertThat(known(1).word()).isEqualTo("off");
    assertThat(known(1).since()).isAfterOrEqualTo(before);
  }

  @Test
  void aQuietMachineIsLookedAtOnceAnIntervalAndAChangedOneSooner() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      nodes.addStandard(1024);
    }
    pass(INTERVAL.multipliedBy(4));
    int before = machines.reads.get();
    pass(INTERVAL.multipliedBy(4));
    assertThat(machines.reads.get() - before).isBetween(330, 500);
    before = machines.reads.get();
    machines.power.put("10.0.0.1", PowerState.ON);
    pass(INTERVAL.multipliedBy(3));
    // a half, a quarter and an eighth of the interval for the one that changed
    assertThat(machines.reads.get() - before).isGreaterThan(270);
    assertThat(known(1).word()).isEqualTo("on");
  }

  @Test
  void whatIsNotKnownIsSaidWithItsReasonAndAskedNoMoreThanItBears() throws InterruptedException {
    Node node = nodes.addStandard(1024);
    machines.dead.add(node.power().display());
    pass(INTERVAL.multipliedBy(6));
    assertThat(book.writes).hasValue(1);
    assertThat(known(1).state()).isNull();
    assertThat(known(1).trouble()).contains("is it plugged in?");
    assertThat(machines.reads.get()).isBetween(3, 6);
    machines.trouble = "no free session slot (1 of 4)";
    pass(INTERVAL.multipliedBy(6));
    machines.trouble = "no free session slot (2 of 4)";
    pass(INTERVAL.multipliedBy(6));
    assertThat(book.writes).hasValue(2);
    assertThat(known(1).trouble()).contains("slot");
    machines.dead.clear();
    pass(INTERVAL.multipliedBy(6));
    assertThat(known(1).word()).isEqualTo("off");
  }

  @Test
  void afterAFaultOfTheManagerItIsLookedAgain() throws InterruptedException {
    nodes.addStandard(1024);
    machines.broken = true;
    pass(INTERVAL);
    assertThat(known(1).trouble()).contains("the power manager failed", "a fault of ours");
    machines.broken = false;
    pass(INTERVAL.multipliedBy(3));
    assertThat(known(1).word()).isEqualTo("off");
  }

  @Test
  void aBmcThatRefusesUsIsAskedRarely() throws InterruptedException {
    Node node = nodes.addStandard(1024);
    machines.refusing.add(node.power().display());
    pass(INTERVAL.multipliedBy(32));
    assertThat(machines.reads.get()).isBetween(4, 6);
    assertThat(known(1).trouble()).contains("wrong password");
    machines.refusing.clear();
    pass(INTERVAL.multipliedBy(11));
    assertThat(known(1).word()).isEqualTo("off");
  }

  @Test
  void aBmcThatRefusedUsIsAskedSoonWhenItsAccountIsChanged() throws InterruptedException {
    Node node = nodes.addStandard(1024);
    machines.refusing.add(node.power().display());
    pass(INTERVAL.multipliedBy(2));
    assertThat(known(1).trouble()).contains("wrong password");
    machines.refusing.clear();
    Endpoint power = new Endpoint(node.power().address(), 0, "operator", Secret.of("right"));
    devices.change(node, nodes.giveBmc(node, power));
    pass(INTERVAL.multipliedBy(2));
    assertThat(known(1).word()).isEqualTo("off");
  }

  @Test
  void aBmcThatRefusedUsIsAskedSoonWhenSomebodyGaveItAnotherPassword() throws InterruptedException {
    Node node = nodes.addStandard(1024);
    machines.refusing.add(node.power().display());
    pass(INTERVAL.multipliedBy(2));
    machines.refusing.clear();
    nodes.giveBmc(node, node.power().with(Secret.of("right")));
    pass(INTERVAL.multipliedBy(2));
    assertThat(known(1).word()).isEqualTo("off");
  }

  @Test
  void hangingDevicesTakeNoPlaceFromTheOthers() throws InterruptedException {
    machines.patience = new CountDownLatch(1);
    AtomicInteger told = new AtomicInteger();
    AtomicInteger unknown = new AtomicInteger();
    for (int i = 0; i < 200; i++) {
      Node node = nodes.addStandard(1024);
      if (i % 10 == 0) {
        machines.dead.add(node.power().display());
      }
      sweep.begin(
          node,
          (_, reading) -> {
            switch (reading) {
              case PowerReading.Is _ -> told.incrementAndGet();
              case PowerReading.Unknown _ -> unknown.incrementAndGet();
            }
          });
    }
    while (told.get() < 180) {
      Thread.onSpinWait();
    }
    assertThat(unknown).hasValue(0);
    machines.patience.countDown();
    sweep.awaitAll();
    assertThat(unknown).hasValue(20);
  }

  @Test
  void nodesOfOtherHostsAndDeletedOnesAreLeftAlone() throws InterruptedException {
    Node gone = nodes.addStandard(1024);
    pass(INTERVAL.multipliedBy(2));
    nodes.delete(gone.id(), true);
    pass(INTERVAL.multipliedBy(2));
    int reads = machines.reads.get();
    pass(INTERVAL.multipliedBy(3));
    assertThat(machines.reads).hasValue(reads);
  }
}
