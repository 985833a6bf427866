package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.driver.BareMetalDriver;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Node;
import org.novabm.spi.power.PowerState;

/** The process dies at any write of any verb; another one takes over, and the end is the same. */
class CrashTest {

  /** What is done, and what the instance is at its end. */
  // the functions are method references
  @SuppressWarnings("ImmutableEnumChecker")
  enum Deed {
    SPAWN(VmState.ACTIVE, (driver, instance) -> {}),
    STOP(VmState.STOPPED, (driver, instance) -> driver.stop(instance, Manner.SOFT)),
    REBOOT(VmState.ACTIVE, (driver, instance) -> driver.reboot(instance, Manner.SOFT)),
    REBUILD(VmState.ACTIVE, (driver, id) -> driver.rebuild(id, Bench.request(id))),
    DESTROY(VmState.DELETED, BareMetalDriver::destroy);

    private final VmState end;
    private final BiConsumer<BareMetalDriver, UUID> ask;

    Deed(VmState end, BiConsumer<BareMetalDriver, UUID> ask) {
      this.end = end;
      this.ask = ask;
    }
  }

  static Stream<Arguments> everyWrite() {
    return Stream.of(Deed.values())
        .flatMap(
            deed ->
                IntStream.range(0, writesOf(deed))
                    .boxed()
                    .flatMap(
                        write ->
                            Stream.of(
                                Arguments.of(deed, write, false),
                                Arguments.of(deed, write, true))));
  }

  private static int writesOf(Deed deed) {
    Bench bench = new Bench();
    bench.nodes.addStandard(2048);
    UUID instance = begin(bench, deed);
    int before = bench.store.writes();
    bench.settle(instance);
    return bench.store.writes() - before;
  }

  /** Up to the ask; what is asked for is on record and not begun. */
  private static UUID begin(Bench bench, Deed deed) {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    if (deed != Deed.SPAWN) {
      assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
      deed.ask.accept(bench.driver, request.instance());
    }
    return request.instance();
  }

  @ParameterizedTest
  @MethodSource("everyWrite")
  void anotherProcessGoesOn(Deed deed, int write, boolean after) {
    Bench bench = new Bench();
    Node node = bench.nodes.addStandard(2048);
    UUID instance = begin(bench, deed);
    if (after) {
      bench.store.crashAfter(write);
    } else {
      bench.store.crashBefore(write);
    }
    assertThatThrownBy(() -> bench.settle(instance)).isInstanceOf(MemoryRecords.Crash.class);

    assertThat(bench.settle(instance).state()).isEqualTo(deed.end);

    assertThat(bench.node(node.id()).isAvailable()).isEqualTo(deed == Deed.DESTROY);
    assertThat(bench.timeline(instance))
        .as("no step is lost from the timeline")
        .hasSameSizeAs(bench.task(instance).plan().steps());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check the image, record the order", "set disk boot"})
  void aSpawnThatFailsFreesItsNodeWhateverDies(String broken) {
    for (int write = 0; write < 7; write++) {
      for (boolean after : new boolean[] {false, true}) {
        Bench bench = new Bench();
        Node node = bench.nodes.addStandard(2048);
        bench.overrides.put(broken, () -> new StepOutcome.Failed("no"));
        InstanceRequest request = Bench.request(1024);
        bench.driver.spawn(request);
        if (after) {
          bench.store.crashAfter(write);
        } else {
          bench.store.crashBefore(write);
        }
        settleOverCrash(bench, request.instance());
        assertThat(bench.find(request.instance()).isOver()).isTrue();
        bench.assertClean(node.id());
      }
    }
  }

  private static void settleOverCrash(Bench bench, UUID instance) {
    try {
      bench.settle(instance);
    } catch (MemoryRecords.Crash e) {
      bench.settle(instance);
    }
  }

  /** Dies in a step as a process does: nothing behind it is written. */
  private static final class Died extends Error {}

  @Test
  void whatADeadProcessMayHaveBegunIsUndoneAlsoAfterAPause() {
    Bench bench = new Bench();
    Node node = bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    AtomicInteger offs = new AtomicInteger();
    bench.overrides.put(
        "wait for the agent's call",
        () -> {
          throw new Died();
        });
    bench.driver.spawn(request);
    assertThatThrownBy(() -> bench.settle(request.instance())).isInstanceOf(Died.class);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.ON);
    bench.overrides.clear();
    bench.overrides.put(
        "power off",
        () ->
            offs.incrementAndGet() == 1
                ? new StepOutcome.RetryAfter(Duration.ofSeconds(1), "not now")
                : new StepOutcome.Failed("no"));

    bench.settle(request.instance());

    bench.assertClean(node.id());
  }

  @ParameterizedTest
  @MethodSource("everyWrite")
  void aDestroyAfterTheCrashLeavesACleanSlate(Deed deed, int write, boolean after) {
    Bench bench = new Bench();
    Node node = bench.nodes.addStandard(2048);
    UUID instance = begin(bench, deed);
    if (after) {
      bench.store.crashAfter(write);
    } else {
      bench.store.crashBefore(write);
    }
    assertThatThrownBy(() -> bench.settle(instance)).isInstanceOf(MemoryRecords.Crash.class);
    bench.driver.destroy(instance);

    assertThat(bench.settle(instance).state()).isEqualTo(VmState.DELETED);

    bench.assertClean(node.id());
  }
}
