package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.driver.NodeRelease;
import org.novabm.driver.ReleaseAnswer;
import org.novabm.driver.ReleaseOrder;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Hold;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.plan.StandardPlans;
import org.novabm.spi.power.PowerState;

/** An operator says that a node is not to be believed busy any more. */
class ReleaseTest {

  private static final ReleaseOrder FORCE = new ReleaseOrder(true, "10.0.0.7", "the rack burnt");
  private static final ReleaseOrder ASKED = new ReleaseOrder(false, "10.0.0.7", "");

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  private Node now() {
    return bench.node(node.id());
  }

  private static String refusal(ReleaseAnswer answer) {
    return ((ReleaseAnswer.Refused) answer).note();
  }

  private void assertReleased() {
    assertThat(now().state()).isEqualTo(ProvisionState.MANAGEABLE);
    assertThat(now().isFree()).isTrue();
    assertThat(bench.deployer.orders).isEmpty();
    assertThat(bench.holds.of(node.id())).isEmpty();
    assertThat(bench.nodes.fitting("host1", 1, 1, 1, 9)).as("it is offered to nobody").isEmpty();
  }

  @Test
  void anInstanceIsEndedOnRecordAndItsMachineStaysAsItIs() {
    Instance active = bench.spawn();
    var ports = Map.copyOf(bench.devices.ports);
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    Instance ended = bench.settle(active.uuid());
    assertThat(ended.state()).isEqualTo(VmState.DELETED);
    assertThat(ended.terminated()).isNotNull();
    assertThat(ended.fault()).isEqualTo("released by force, by 10.0.0.7: the rack burnt");
    assertReleased();
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.ON);
    assertThat(bench.devices.ports).isEqualTo(ports);
    assertThat(bench.store.events())
        .endsWith("compute.instance.delete.start", "compute.instance.delete.end");
    assertThat(bench.timeline(active.uuid()).getLast().note())
        .endsWith("as was asked for by 10.0.0.7: the rack burnt");

    assertThat(bench.release.ask(node.id(), FORCE))
        .as("twice")
        .isInstanceOf(ReleaseAnswer.Nothing.class);
    bench.nodeDriver.ask(node.id(), Verb.PROVIDE);
    bench.settle();
    bench.assertClean(node.id());
  }

  @Test
  void anInstanceIsNotLetGoWithoutForce() {
    Instance active = bench.spawn();
    assertThat(refusal(bench.release.ask(node.id(), ASKED)))
        .isEqualTo(
            "instance %s is on %s; destroy it, or release by force, which ends it on record and leaves the machine as it is"
                .formatted(active.uuid(), node.display()));
    assertThat(bench.find(active.uuid()).state()).isEqualTo(VmState.ACTIVE);
  }

  @Test
  void aProtectedNodeIsNotReleased() {
    Instance active = bench.spawn();
    bench.nodes.describe(node.id(), NodeDetails.NONE.protectedFor("only copy"));
    assertThat(refusal(bench.release.ask(node.id(), FORCE))).contains("is protected: only copy");
    bench.overrides.put(
        "power cycle", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    bench.driver.reboot(active.uuid(), Manner.HARD);
    bench.runOnce(active.uuid());
    assertThat(refusal(bench.release.ask(node.id(), FORCE))).contains("is protected");
    assertThat(bench.task(active.uuid()).standing().abort()).isNull();
  }

  static Stream<String> deploySteps() {
    StepCatalogue steps = new Bench().steps;
    return StandardPlans.of(steps).of(Verb.DEPLOY, Map.of()).steps().stream()
        .map(step -> steps.step(step.call()).label(step.call().arguments()));
  }

  @ParameterizedTest
  @MethodSource("deploySteps")
  void aTaskIsGivenUpFirstAndNobodyGetsTheNodeInBetween(String step) {
    bench.overrides.put(step, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    InstanceRequest request = Bench.request(1024, node.uuid());
    bench.driver.spawn(request);
    bench.runOnce(request.instance());
    if (step.equals("claim a node")) {
      return; // nothing is at the node yet
    }
    UUID task = bench.task(request.instance()).id();

    assertThat(refusal(bench.release.ask(node.id(), ASKED))).contains("a deploy is under way");
    assertThat(bench.release.ask(node.id(), FORCE))
        .asInstanceOf(type(ReleaseAnswer.After.class))
        .extracting(ReleaseAnswer.After::task)
        .isEqualTo(task);
    assertThat(bench.holds.of(node.id())).extracting(Hold::name).containsExactly(NodeRelease.HOLD);
    assertThat(bench.release.ask(node.id(), FORCE))
        .as("twice")
        .isInstanceOf(ReleaseAnswer.After.class);
    bench.overrides.clear();
    bench.settle();

    InstanceRequest next = Bench.request(1024);
    bench.driver.spawn(next);
    assertThat(bench.settle(next.instance()).fault()).contains("is in maintenance, hold 'release'");
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    bench.settle();
    assertReleased();
    assertThat(bench.find(request.instance()).isOver()).isTrue();
  }

  @Test
  void aPowerTaskIsGivenUpAndThenTheInstanceIsLetGo() {
    Instance active = bench.spawn();
    bench.overrides.put(
        "power cycle", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    bench.driver.reboot(active.uuid(), Manner.HARD);
    bench.runOnce(active.uuid());
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.After.class);
    bench.settle();
    assertThat(bench.find(active.uuid()).state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    assertThat(bench.release.ask(node.id(), FORCE))
        .as("twice")
        .isInstanceOf(ReleaseAnswer.Begun.class);
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
    assertReleased();
  }

  @Test
  void aDestroyGoesToItsEndFirst() {
    Instance active = bench.spawn();
    bench.driver.destroy(active.uuid());
    ReleaseOrder longest = new ReleaseOrder(true, "10.0.0.7", "x".repeat(255));
    assertThat(bench.release.ask(node.id(), longest))
        .asInstanceOf(type(ReleaseAnswer.After.class))
        .extracting(ReleaseAnswer.After::note)
        .asString()
        .contains("goes to its end first");
    bench.settle();
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    bench.settle();
    assertReleased();
    assertThat(bench.find(active.uuid()).fault()).as("it was destroyed before").isNull();
  }

  @Test
  void anInstanceThatCouldNotBeDestroyedIsLetGo() {
    Instance active = bench.spawn();
    bench.overrides.put("undo power off", () -> new StepOutcome.Failed("burnt"));
    bench.driver.destroy(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.ERROR);
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
    assertReleased();
  }

  @Test
  void anInstanceOfAnOldDriverIsLetGoToo() {
    UUID old = UUID.randomUUID();
    bench.nodes.claim(node.id(), new Occupant(old, "old"));
    bench.nodes.change(node.id(), ProvisionState.ERROR, TaskState.DEPLOYING);
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    assertThat(bench.settle(old).state()).isEqualTo(VmState.DELETED);
    assertReleased();
  }

  @ParameterizedTest
  @EnumSource(ProvisionState.class)
  void aNodeThatNobodyIsOnIsReleasedFromAnyState(ProvisionState state) {
    bench.nodes.change(node.id(), state, null);
    ReleaseAnswer answer = bench.release.ask(node.id(), ASKED);
    if (Rules.of(state, Verb.RELEASE) == null) {
      assertThat(answer).isInstanceOf(ReleaseAnswer.Nothing.class);
    } else {
      assertThat(answer).isInstanceOf(ReleaseAnswer.Begun.class);
      bench.settle();
      assertReleased();
    }
    assertThat(bench.release.ask(77, FORCE)).isInstanceOf(ReleaseAnswer.Refused.class);
  }

  @Test
  void whatCannotBeForgottenHoldsTheNode() {
    Instance active = bench.spawn();
    bench.overrides.put("forget the order", () -> new StepOutcome.Failed("database is gone"));
    bench.release.ask(node.id(), FORCE);
    Instance held = bench.settle(active.uuid());
    assertThat(held.state()).isEqualTo(VmState.ERROR);
    assertThat(held.fault()).contains("database is gone");
    assertThat(now().isHeldBy(active.uuid())).isTrue();
    bench.overrides.clear();
    assertThat(bench.release.ask(node.id(), FORCE)).isInstanceOf(ReleaseAnswer.Begun.class);
    bench.settle();
    assertReleased();
  }

  @Test
  void nothingElseIsAskedWhileItGoesOn() {
    Instance active = bench.spawn();
    bench.release.ask(node.id(), FORCE);
    assertThat(bench.driver.stop(active.uuid(), Manner.HARD))
        .isInstanceOf(DriverAnswer.NotNow.class);
    assertThat(bench.nodeDriver.ask(node.id(), Verb.MANAGE))
        .isInstanceOf(DriverAnswer.NotNow.class);
    bench.settle();
    assertReleased();
  }

  @Test
  void theProcessDiesAtAnyWriteAndAnotherGoesOn() {
    for (int write = 0; write < 2; write++) {
      for (boolean after : new boolean[] {false, true}) {
        Bench crashed = new Bench();
        Node its = crashed.nodes.addStandard(2048);
        Instance active = crashed.spawn();
        crashed.release.ask(its.id(), FORCE);
        if (after) {
          crashed.store.crashAfter(write);
        } else {
          crashed.store.crashBefore(write);
        }
        assertThatThrownBy(crashed::settle).isInstanceOf(MemoryRecords.Crash.class);
        assertThat(crashed.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
        assertThat(crashed.node(its.id()).state()).isEqualTo(ProvisionState.MANAGEABLE);
        assertThat(crashed.node(its.id()).isFree()).isTrue();
      }
    }
  }
}
