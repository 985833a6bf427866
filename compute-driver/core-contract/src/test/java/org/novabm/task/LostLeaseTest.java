package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.service.LeaseLostException;
import org.novabm.spi.power.PowerAction;

/** A process that may not act for its host any more touches nothing, wherever it finds that out. */
class LostLeaseTest {

  @Test
  void nothingBeginsWithoutALease() {
    Bench bench = new Bench();
    bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    int writes = bench.store.writes();
    bench.held = false;

    assertThat(bench.runOnce(request.instance())).isAfter(bench.now);

    assertThat(bench.store.writes()).isEqualTo(writes);
    assertThat(bench.devices.orders).isEmpty();
  }

  static List<String> labels() {
    Bench bench = new Bench();
    bench.nodes.addStandard(2048);
    UUID instance = bench.spawn().uuid();
    return bench.timeline(instance).stream().map(StepRecord::label).toList();
  }

  /** The lease is lost within the step: what it does next is refused, and nothing is written. */
  @ParameterizedTest
  @MethodSource("labels")
  void whatIsLostWithinAStepGoesOnWhereItIsOnRecord(String label) {
    Bench bench = new Bench();
    bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.overrides.put(
        label,
        () -> {
          bench.held = false;
          throw new LeaseLostException();
        });
    while (bench.held) {
      bench.now = Objects.requireNonNull(bench.runOnce(request.instance()));
    }
    int writes = bench.store.writes();
    List<PowerAction> orders = List.copyOf(bench.devices.orders);
    bench.runOnce(request.instance());
    assertThat(bench.store.writes()).isEqualTo(writes);
    assertThat(bench.devices.orders).isEqualTo(orders);

    bench.overrides.clear();
    bench.held = true;
    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
  }
}
