package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerState;

/** A machine that runs already becomes an instance, and is left as it is. */
class AdoptVerbTest {

  private static final String BMC = "10.0.0.1";
  private static final PortName PORT = new PortName("p1");
  private static final Access TENANT = new Access(new VlanId(30));

  private final Bench bench = new Bench();
  private final InstanceRequest what = Bench.request(1024);
  private final UUID uuid = what.instance();
  private Node node;

  @BeforeEach
  void running() {
    node = bench.nodes.addStandard(2048);
    bench.nodes.change(node.id(), ProvisionState.MANAGEABLE, null);
    bench.devices.power.put(BMC, PowerState.ON);
    bench.devices.ports.put(PORT, TENANT);
  }

  private Instance adopt() {
    assertThat(bench.nodeDriver.adopt(node.id(), what)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.ADOPTING);
    return bench.settle(uuid);
  }

  private String refusal(DriverAnswer answer) {
    return ((DriverAnswer.NotNow) answer).note();
  }

  private void assertUntouched() {
    assertThat(bench.devices.power).containsEntry(BMC, PowerState.ON);
    assertThat(bench.devices.ports).containsEntry(PORT, TENANT);
    assertThat(bench.deployer.orders).isEmpty();
  }

  @Test
  void itIsAnInstanceThenAndTheMachineRunsOn() {
    Instance adopted = adopt();
    assertThat(adopted.state()).isEqualTo(VmState.ACTIVE);
    assertThat(adopted.power()).isEqualTo(PowerState.ON);
    assertThat(adopted.request()).isEqualTo(what);
    assertThat(adopted.launched()).isNotNull();
    assertThat(adopted.fault()).isNull();
    Node now = bench.node(node.id());
    assertThat(now.isHeldBy(uuid)).isTrue();
    assertThat(now.state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(now.taskState()).isEqualTo(TaskState.ACTIVE);
    assertUntouched();
    assertThat(bench.nodeDriver.adopt(node.id(), what)).isInstanceOf(DriverAnswer.Already.class);
  }

  @Test
  void oneWhoseMachineIsOffIsStopped() {
    bench.devices.power.put(BMC, PowerState.OFF);
    assertThat(adopt().state()).isEqualTo(VmState.STOPPED);
    assertThat(bench.devices.power).containsEntry(BMC, PowerState.OFF);
  }

  @Test
  void itIsStoppedStartedRebootedRebuiltAndDestroyedAsAny() {
    adopt();
    bench.driver.stop(uuid, Manner.SOFT);
    assertThat(bench.settle(uuid).state()).isEqualTo(VmState.STOPPED);
    bench.driver.start(uuid);
    assertThat(bench.settle(uuid).state()).isEqualTo(VmState.ACTIVE);
    bench.driver.reboot(uuid, Manner.HARD);
    assertThat(bench.settle(uuid).state()).isEqualTo(VmState.ACTIVE);
    bench.driver.rebuild(uuid, Bench.request(uuid));
    assertThat(bench.settle(uuid).state()).isEqualTo(VmState.ACTIVE);
    bench.driver.destroy(uuid);
    assertThat(bench.settle(uuid).state()).isEqualTo(VmState.DELETED);
    bench.assertClean(node.id());
  }

  @Test
  void aBmcThatDoesNotAnswerLeavesNoInstance() {
    bench.overrides.put("try the BMC", () -> new StepOutcome.Failed("no answer"));
    Instance failed = adopt();
    assertThat(failed.state()).isEqualTo(VmState.DELETED);
    assertThat(failed.isOver()).isTrue();
    assertThat(failed.fault()).isEqualTo("try the BMC: no answer");
    Node now = bench.node(node.id());
    assertThat(now.isFree()).isTrue();
    assertThat(now.state()).isEqualTo(ProvisionState.ADOPT_FAILED);
    assertUntouched();
    bench.overrides.clear();
    assertThat(adopt().state()).as("the same uuid, once more").isEqualTo(VmState.ACTIVE);
  }

  @Test
  void whoGivesItUpLeavesNoInstanceAndARunningMachine() {
    for (boolean destroyed : new boolean[] {false, true}) {
      bench.overrides.put(
          "put the instance on the node",
          () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
      bench.nodeDriver.adopt(node.id(), what);
      bench.runOnce(uuid);
      assertThat(destroyed ? bench.driver.destroy(uuid) : bench.driver.cancel(uuid))
          .isInstanceOf(DriverAnswer.Accepted.class);
      bench.overrides.clear();
      assertThat(bench.settle(uuid).state()).isEqualTo(VmState.DELETED);
      assertThat(bench.node(node.id()).isFree()).isTrue();
      assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.ADOPT_FAILED);
      assertUntouched();
    }
    assertThat(bench.store.events())
        .containsExactly("compute.instance.delete.start", "compute.instance.delete.end");
  }

  @Test
  void aUuidThatExistsIsRefusedByItsNode() {
    Node other = bench.nodes.addStandard(2048);
    InstanceRequest spawned = Bench.request(1024, other.uuid());
    bench.driver.spawn(spawned);
    bench.settle(spawned.instance());
    assertThat(refusal(bench.nodeDriver.adopt(node.id(), spawned)))
        .isEqualTo(
            "there is an instance %s already, on %s; give another uuid, or destroy that one first"
                .formatted(spawned.instance(), other.display()));
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.MANAGEABLE);
  }

  @Test
  void onlyAManageableNodeThatNobodyHoldsIsAdopted() {
    bench.nodes.change(node.id(), ProvisionState.AVAILABLE, null);
    assertThat(refusal(bench.nodeDriver.adopt(node.id(), what)))
        .contains("is available; what can be asked for now: manage");
    bench.overrides.put(
        "try the BMC", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    bench.nodeDriver.ask(node.id(), Verb.MANAGE);
    assertThat(refusal(bench.nodeDriver.adopt(node.id(), what))).contains("a manage is under way");
  }

  @Test
  void theProcessDiesAtAnyWriteAndAnotherGoesOn() {
    for (int write = 0; write < 3; write++) {
      for (boolean after : new boolean[] {false, true}) {
        Bench crashed = new Bench();
        Node its = crashed.nodes.addStandard(2048);
        crashed.nodes.change(its.id(), ProvisionState.MANAGEABLE, null);
        crashed.devices.power.put(BMC, PowerState.ON);
        crashed.nodeDriver.adopt(its.id(), what);
        if (after) {
          crashed.store.crashAfter(write);
        } else {
          crashed.store.crashBefore(write);
        }
        if (write < 2) {
          assertThatThrownBy(crashed::settle).isInstanceOf(MemoryRecords.Crash.class);
        }
        assertThat(crashed.settle(uuid).state()).isEqualTo(VmState.ACTIVE);
        assertThat(crashed.node(its.id()).isHeldBy(uuid)).isTrue();
      }
    }
  }
}
