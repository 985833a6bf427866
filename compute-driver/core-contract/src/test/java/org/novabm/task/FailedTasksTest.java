package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Standing.Outcome;

/** What becomes of an instance whose task fails or is given up, and what is told of it. */
class FailedTasksTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  @Test
  void aRefusalIsTheFaultOfTheInstance() {
    String step = "check the image, record the order";
    bench.overrides.put(step, () -> new StepOutcome.Failed("no such thing"));
    Instance ended = bench.spawn();
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.isOver()).isTrue();
    assertThat(ended.fault()).startsWith(step + ": no such thing");
    bench.assertClean(node.id());
    assertThat(bench.store.events()).endsWith("compute.instance.create.error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power off",
        "plug into the provisioning network",
        "set network boot",
        "power on into the deploy ramdisk",
        "wait for the agent's call"
      })
  void aNodeThatCannotBeMadeReadyIsFollowedByTheNext(String step) {
    AtomicInteger calls = new AtomicInteger();
    bench.overrides.put(
        step,
        () ->
            calls.incrementAndGet() == 1
                ? new StepOutcome.Failed("no such thing")
                : new StepOutcome.Done("now it goes"));
    bench.nodes.addStandard(4096);
    Instance ended = bench.spawn();
    List<Long> tried = bench.task(ended.uuid()).standing().tried();
    assertThat(ended.state()).isEqualTo(VmState.ACTIVE);
    assertThat(ended.fault()).isNull();
    assertThat(bench.task(ended.uuid()).standing().reason()).as("in the end all is well").isNull();
    assertThat(tried).containsExactly(node.id());
    assertThat(ended.node()).isNotEqualTo(node.id());
    bench.assertFree(node.id());
  }

  @Test
  void whoNamesANodeGetsThatOneOrNone() {
    bench.overrides.put("power off", () -> new StepOutcome.Failed("dead"));
    Node named = bench.nodes.addStandard(4096);
    InstanceRequest request = Bench.request(1024, named.uuid());
    bench.driver.spawn(request);
    assertThat(bench.settle(request.instance()).fault()).isEqualTo("power off: dead");
  }

  @Test
  void threeMachinesThatCannotBeMadeReadyAreEnough() {
    bench.overrides.put("power off", () -> new StepOutcome.Failed("dead"));
    bench.nodes.addStandard(4096);
    bench.nodes.addStandard(4096);
    bench.nodes.addStandard(4096);
    Instance ended = bench.spawn();
    assertThat(bench.task(ended.uuid()).standing().tried()).hasSize(3);
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(bench.nodes.count().free()).isEqualTo(4);
  }

  @Test
  void aDestroyInTheMiddleOfASpawnIsTold() {
    String step = "wait for the agent's call";
    bench.overrides.put(step, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThat(bench.runOnce(request.instance())).isNotNull();
    assertThat(bench.timeline(request.instance()).getLast().label()).isEqualTo(step);

    bench.driver.destroy(request.instance());

    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.DELETED);
    bench.assertClean(node.id());
    assertThat(bench.store.events())
        .endsWith("compute.instance.delete.start", "compute.instance.delete.end");
    assertThat(bench.task(request.instance()).standing().outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void aDestroyWhileAStepRunsIsToldAndTheStepIsDone() {
    String step = "set network boot";
    InstanceRequest request = Bench.request(1024);
    bench.overrides.put(
        step,
        () -> {
          bench.driver.destroy(request.instance());
          return new StepOutcome.Done("done before it was heard");
        });
    bench.driver.spawn(request);

    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.DELETED);

    bench.assertClean(node.id());
    assertThat(bench.store.events())
        .containsExactly(
            "compute.instance.create.start",
            "compute.instance.delete.start",
            "compute.instance.delete.end");
    assertThat(bench.timeline(request.instance()))
        .filteredOn(line -> line.label().equals(step))
        .first()
        .satisfies(line -> assertThat(line.note()).isEqualTo("done before it was heard"));
  }

  @Test
  void aCancelledSpawnIsAnErrorThatSaysSo() {
    String step = "write the image";
    bench.overrides.put(step, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.runOnce(request.instance());

    bench.driver.cancel(request.instance());

    Instance ended = bench.settle(request.instance());
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.fault()).isEqualTo("it was cancelled");
    bench.assertClean(node.id());
    assertThat(bench.store.events()).endsWith("compute.instance.create.error");
  }

  @Test
  void anUndoThatFailsHoldsTheNodeUntilSomebodyDestroysAgain() {
    String step = "power off";
    Instance active = bench.spawn();
    bench.overrides.put("undo " + step, () -> new StepOutcome.Failed("stuck"));
    bench.driver.destroy(active.uuid());

    Instance held = bench.settle(active.uuid());

    assertThat(held.state()).isEqualTo(VmState.ERROR);
    assertThat(held.isOver()).isFalse();
    assertThat(held.fault()).isEqualTo(step + ": stuck");
    Node kept = bench.node(node.id());
    assertThat(kept.isHeldBy(active.uuid())).isTrue();
    assertThat(kept.state()).isEqualTo(ProvisionState.ERROR);
    assertThat(kept.taskState()).isEqualTo(TaskState.ERROR);
    assertThat(bench.store.events()).endsWith("compute.instance.delete.error");
    assertThat(bench.timeline(active.uuid()))
        .as("the steps behind the failed one ran too")
        .hasSize(6);

    bench.overrides.clear();
    bench.driver.destroy(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
    bench.assertClean(node.id());
  }

  @Test
  void aStepThatNobodyKnowsAnyMoreFailsTheTaskAndAllIsUndone() {
    InstanceRequest request = Bench.request(1024);
    UUID id = UUID.randomUUID();
    Plan plan =
        new Plan(
            List.of(
                new PlannedStep(
                    StepCall.of("claim"), StepCall.of("release"), PlannedStep.OnFailure.UNDO),
                PlannedStep.step("of_a_plug_in")),
            List.of());
    Task.Head head =
        new Task.Head(id, Verb.DEPLOY, ProvisionState.AVAILABLE, request.instance(), bench.now);
    bench.store.begin(
        Writes.of(Task.begin(head, plan, null)).with(Instance.begin(request, id, bench.now)));

    Instance ended = bench.settle(request.instance());

    assertThat(ended.fault())
        .isEqualTo("of_a_plug_in: nobody knows this step; is a plug-in missing?");
    bench.assertFree(node.id());
  }

  @Test
  void aSilentBmcHoldsTheNodeSinceItsPowerIsNotKnown() {
    StepOutcome silent = new StepOutcome.Failed("10.0.0.1: no answer");
    bench.overrides.put("wait for the agent's call", () -> silent);
    bench.overrides.put("undo power off", () -> silent);
    Instance held = bench.spawn();
    assertThat(held.isOver()).isFalse();
    assertThat(held.fault()).startsWith("wait for the agent's call: 10.0.0.1: no answer; then");
    assertThat(bench.nodes.count().error()).isEqualTo(1);
  }

  @Test
  void aBmcThatWasSilentFromTheBeginningLeavesItsNodeAsItWas() {
    StepOutcome silent = new StepOutcome.Failed("10.0.0.1: no answer");
    bench.overrides.put("power off", () -> silent);
    bench.overrides.put("undo power off", () -> silent);
    Instance ended = bench.spawn();
    assertThat(ended.isOver()).isTrue();
    assertThat(ended.fault())
        .startsWith("power off: 10.0.0.1: no answer; then claim a node: no node fits:")
        .endsWith("was tried already");
    bench.assertFree(node.id());
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
}
