package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;

/** Drives the loop through the whole table, and fails when a line of it was not taken. */
class EveryTransitionTest {

  private final Set<Transition> taken = new HashSet<>();

  @Test
  void everyLineOfTheTableIsTaken() {
    for (ProvisionState state : ProvisionState.values()) {
      if (state.isWorking()) {
        run(state, new StepOutcome.Failed("no"), instance -> {});
        run(state, new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"), Drive::destroy);
      }
    }
    assertThat(taken).containsAll(Transitions.TABLE);
  }

  /** Takes an instance through everything there is, with one step behaving as told. */
  private void run(ProvisionState odd, StepOutcome outcome, Consumer<Drive> interrupt) {
    Bench bench = new Bench();
    bench.nodes.addStandard(2048);
    bench.store.watch((before, after) -> note(before, after));
    bench.overrides.put(odd, () -> outcome);
    InstanceRequest request = Bench.request(1024);
    Drive drive = new Drive(bench, request.instance());
    bench.driver.spawn(request);
    drive.go(interrupt);
    bench.driver.stop(request.instance(), Manner.SOFT);
    drive.go(interrupt);
    bench.driver.start(request.instance());
    drive.go(interrupt);
    bench.driver.reboot(request.instance(), Manner.HARD);
    drive.go(interrupt);
    bench.driver.reboot(request.instance(), Manner.SOFT);
    drive.go(interrupt);
    bench.driver.stop(request.instance(), Manner.HARD);
    drive.go(interrupt);
    bench.driver.reboot(request.instance(), Manner.HARD);
    drive.go(interrupt);
    bench.driver.stop(request.instance(), Manner.SOFT);
    drive.go(interrupt);
    bench.driver.destroy(request.instance());
    drive.go(interrupt);
    bench.overrides.clear();
    bench.driver.destroy(request.instance());
    drive.go(interrupt);
    direct(bench);
  }

  /** An instance that is destroyed while it is active. */
  private static void direct(Bench bench) {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.settle(request.instance());
    bench.driver.destroy(request.instance());
    bench.settle(request.instance());
  }

  private void note(Deployment before, Deployment after) {
    if (before.step() != after.step()) {
      for (Transition line : Transitions.TABLE) {
        if (line.from() == before.state()
            && line.to() == after.state()
            && fits(line, before, after)) {
          taken.add(line);
        }
      }
    }
  }

  /** Of two lines with the same ends, the one whose event it was. */
  private static boolean fits(Transition line, Deployment before, Deployment after) {
    boolean failed = after.reason() != null && !after.reason().equals(before.reason());
    return switch (line.event()) {
      case FAILED -> failed;
      case DONE -> !failed;
      case TERMINATE -> before.asked() == Deployment.Asked.TERMINATE;
      case GIVEN_UP, NEXT_NODE, STOP, STOP_NOW, START, REBOOT, REBOOT_SOFTLY -> true;
    };
  }

  /** One instance on a bench; a step that only waits is left to the interruption. */
  private record Drive(Bench bench, UUID instance) {
    void destroy() {
      bench.driver.destroy(instance);
    }

    void go(Consumer<Drive> interrupt) {
      if (bench.runOnce(instance) != null) {
        interrupt.accept(this);
        for (int turn = 0; turn < 20 && bench.runOnce(instance) != null; turn++) {
          bench.now = bench.now.plusSeconds(60);
        }
      }
    }
  }
}
