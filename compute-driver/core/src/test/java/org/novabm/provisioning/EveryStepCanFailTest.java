package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.DeployProgress;

class EveryStepCanFailTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  static Stream<ProvisionState> forwardSteps() {
    return Arrays.stream(ProvisionState.values())
        .filter(s -> s.compareTo(ProvisionState.ACTIVE) < 0);
  }

  static Stream<ProvisionState> undoSteps() {
    return Arrays.stream(ProvisionState.values()).filter(ProvisionState::isUndoing);
  }

  static Stream<ProvisionState> powerRequests() {
    return Stream.of(
        ProvisionState.POWERING_OFF,
        ProvisionState.CUTTING_POWER,
        ProvisionState.POWERING_ON,
        ProvisionState.REBOOTING,
        ProvisionState.SHUTTING_DOWN,
        ProvisionState.RESTARTING);
  }

  @ParameterizedTest
  @MethodSource("forwardSteps")
  void aRefusedStepGivesTheNodeBackClean(ProvisionState state) {
    bench.overrides.put(state, () -> new StepOutcome.Failed("no such thing"));
    Deployment ended = spawn();
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason()).startsWith(state.label() + ": no such thing");
    assertClean();
    assertThat(bench.store.events()).endsWith("compute.instance.create.error");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "STOPPING",
        "CABLING_SERVICE",
        "AIMING_AT_NETWORK",
        "STARTING_RAMDISK",
        "AWAITING_AGENT"
      })
  void aNodeThatCannotBeMadeReadyIsFollowedByTheNext(ProvisionState state) {
    AtomicInteger calls = new AtomicInteger();
    bench.overrides.put(
        state,
        () ->
            calls.incrementAndGet() == 1
                ? new StepOutcome.Failed("no such thing")
                : new StepOutcome.Done("now it goes"));
    bench.nodes.addStandard(4096);
    Deployment ended = spawn();
    assertThat(ended.tried()).hasSize(1);
    assertThat(ended.nodeId()).isNotEqualTo(ended.tried().getFirst());
    assertThat(ended.state()).isIn(ProvisionState.ACTIVE, ProvisionState.FAILED);
    assertThat(bench.nodes.find(ended.tried().getFirst())).isNotNull().matches(Node::isFree);
  }

  @Test
  void whoNamesANodeGetsThatOneOrNone() {
    bench.overrides.put(ProvisionState.STOPPING, () -> new StepOutcome.Failed("dead"));
    Node named = bench.nodes.addStandard(4096);
    InstanceRequest request = Bench.request(1024, named.uuid());
    bench.driver.spawn(request);
    Deployment ended = bench.settle(request.instance());
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason()).isEqualTo("power off: dead");
  }

  @ParameterizedTest
  @MethodSource("forwardSteps")
  void anUnreachableDeviceIsTriedAgainAndThenGivenUp(ProvisionState state) {
    bench.overrides.put(
        state,
        () -> {
          throw new BackendException.Unreachable("10.0.0.1", "no answer");
        });
    Deployment ended = spawn();
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason()).contains("no answer").contains("gave up after 3 attempts");
    assertClean();
  }

  @ParameterizedTest
  @MethodSource("forwardSteps")
  void aDestroyInTheMiddleUndoesTheSpawn(ProvisionState state) {
    bench.overrides.put(state, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThat(bench.runOnce(request.instance())).isNotNull();
    assertThat(bench.find(request.instance()).state()).isEqualTo(state);

    bench.driver.destroy(request.instance());

    assertThat(bench.settle(request.instance()).state()).isEqualTo(ProvisionState.DELETED);
    assertClean();
    assertThat(bench.store.events())
        .endsWith("compute.instance.delete.start", "compute.instance.delete.end");
  }

  @ParameterizedTest
  @MethodSource("undoSteps")
  void anUndoStepThatFailsHoldsTheNodeUntilSomebodyDestroysAgain(ProvisionState state) {
    Deployment active = spawn();
    UUID instance = active.request().instance();
    bench.overrides.put(state, () -> new StepOutcome.Failed("stuck"));
    bench.driver.destroy(instance);

    Deployment held = bench.settle(instance);

    assertThat(held.state()).isEqualTo(ProvisionState.ERROR);
    assertThat(held.reason()).contains("stuck");
    Node kept = bench.nodes.find(node.id());
    assertThat(kept).isNotNull();
    assertThat(kept.isHeldBy(instance)).isTrue();
    assertThat(kept.taskState()).isEqualTo(TaskState.ERROR);
    assertThat(bench.store.events()).endsWith("compute.instance.delete.error");
    assertThat(bench.store.timeline(held.id()).stream().map(StepRecord::state))
        .as("the undo steps behind the failed one ran too")
        .containsAll(undoSteps().toList());

    bench.overrides.clear();
    bench.driver.destroy(instance);
    assertThat(bench.settle(instance).state()).isEqualTo(ProvisionState.DELETED);
    assertClean();
  }

  @ParameterizedTest
  @MethodSource("powerRequests")
  void aPowerRequestThatFailsLeavesTheInstanceWhereItWas(ProvisionState state) {
    UUID instance = spawn().request().instance();
    ProvisionState before = ProvisionState.ACTIVE;
    if (state == ProvisionState.POWERING_ON || state == ProvisionState.RESTARTING) {
      bench.driver.stop(instance, Manner.SOFT);
      bench.settle(instance);
      before = ProvisionState.STOPPED;
    }
    bench.overrides.put(state, () -> new StepOutcome.Failed("stuck"));
    ask(state, instance);
    Deployment after = bench.settle(instance);
    assertThat(after.state()).isEqualTo(before);
    assertThat(after.reason()).contains("stuck");
  }

  @ParameterizedTest
  @MethodSource("powerRequests")
  void aDestroyOverrulesAPowerRequest(ProvisionState state) {
    UUID instance = spawn().request().instance();
    if (state == ProvisionState.POWERING_ON || state == ProvisionState.RESTARTING) {
      bench.driver.stop(instance, Manner.SOFT);
      bench.settle(instance);
    }
    bench.overrides.put(state, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    ask(state, instance);
    bench.runOnce(instance);
    bench.driver.destroy(instance);
    assertThat(bench.settle(instance).state()).isEqualTo(ProvisionState.DELETED);
  }

  @Test
  void aSilentBmcHoldsTheNodeSinceItsPowerIsNotKnown() {
    StepOutcome silent = new StepOutcome.Failed("10.0.0.1: no answer");
    bench.overrides.put(ProvisionState.AIMING_AT_NETWORK, () -> silent);
    bench.overrides.put(ProvisionState.UNDOING_POWER, () -> silent);
    Deployment held = spawn();
    assertThat(held.state()).isEqualTo(ProvisionState.ERROR);
    assertThat(held.reason()).startsWith("set network boot: 10.0.0.1: no answer");
    assertThat(bench.nodes.count().error()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void aDeploymentHasAnEnd(DeployProgress progress) {
    Bench hurried = new Bench(Duration.ofMinutes(10));
    hurried.nodes.addStandard(2048);
    hurried.deployer.progress = progress;
    InstanceRequest request = Bench.request(1024);
    hurried.driver.spawn(request);
    Deployment ended = hurried.settle(request.instance());
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason())
        .contains("the deployment took more than 600 s in all (pxe_deploy_timeout)");
    assertThat(Duration.between(ended.created(), ended.since())).isLessThan(Duration.ofMinutes(11));
  }

  static Stream<DeployProgress> unfinished() {
    return Stream.of(new DeployProgress.Waiting(), new DeployProgress.Running(1, 2));
  }

  @Test
  void aBmcThatWasSilentFromTheBeginningLeavesItsNodeAsItWas() {
    StepOutcome silent = new StepOutcome.Failed("10.0.0.1: no answer");
    bench.overrides.put(ProvisionState.STOPPING, () -> silent);
    bench.overrides.put(ProvisionState.UNDOING_POWER, () -> silent);
    Deployment ended = spawn();
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason())
        .startsWith("power off: 10.0.0.1: no answer; then claim a node: no node fits:")
        .endsWith("was tried already");
    assertThat(bench.nodes.find(node.id())).isNotNull().matches(Node::isFree);
  }

  @Test
  void anAgentThatNeverCallsIsGivenUp() {
    bench.deployer.progress = new DeployProgress.Waiting();
    Deployment ended = spawn();
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason()).contains("the agent did not call within 1800 s");
    assertClean();
  }

  @Test
  void theTimelineNamesWhoWasRefusedInTheMachinesPlaceWhileItIsWaitedFor() {
    String note = "its boot file was refused to 10.77.0.66: it was fetched from 10.77.0.100 first";
    bench.deployer.progress = new DeployProgress.Waiting(note);
    bench.overrides.put(ProvisionState.STARTING_RAMDISK, () -> new StepOutcome.Done("powered on"));
    Deployment ended = spawn();

    assertThat(bench.store.timeline(ended.id()))
        .anySatisfy(
            step -> {
              assertThat(step.state()).isEqualTo(ProvisionState.AWAITING_AGENT);
              assertThat(step.note()).endsWith(note);
            });
    assertThat(ended.reason()).contains("the agent did not call within 1800 s").contains(note);
  }

  @Test
  void theTimelineNamesDisksThatKeepWhatAFormerTenantWrote() {
    bench.deployer.progress = new DeployProgress.Finished("disk sda cannot be trimmed");
    Deployment done = spawn();

    assertThat(done.state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(bench.store.timeline(done.id()))
        .anySatisfy(
            step ->
                assertThat(step.note())
                    .isEqualTo(
                        "the image is on the disk and verified; disk sda cannot be trimmed"));
  }

  @Test
  void anAgentThatReportsFailureEndsTheSpawnWithItsWords() {
    bench.deployer.progress = new DeployProgress.Failed("disk /dev/sda: I/O error");
    Deployment ended = spawn();
    assertThat(ended.reason()).contains("disk /dev/sda: I/O error");
    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
  }

  private void ask(ProvisionState state, UUID instance) {
    switch (state) {
      case POWERING_OFF -> bench.driver.stop(instance, Manner.SOFT);
      case CUTTING_POWER -> bench.driver.stop(instance, Manner.HARD);
      case POWERING_ON -> bench.driver.start(instance);
      case SHUTTING_DOWN -> bench.driver.reboot(instance, Manner.SOFT);
      default -> bench.driver.reboot(instance, Manner.HARD);
    }
  }

  private Deployment spawn() {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    return bench.settle(request.instance());
  }

  private void assertClean() {
    Node after = bench.nodes.find(node.id());
    assertThat(after).isNotNull();
    assertThat(after.isFree()).isTrue();
    assertThat(bench.devices.ports).isEmpty();
    assertThat(bench.deployer.orders).isEmpty();
    assertThat(bench.deployer.open).isEmpty();
  }
}
