package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.spi.power.PowerState;

/** An instance that the driver of old put on a node: its row is all there is. */
class AdoptionTest {

  private static final String BMC = "10.0.0.1";

  private final Bench bench = new Bench();
  private final UUID instance = UUID.randomUUID();
  private Node node;

  @BeforeEach
  void leave() {
    node = bench.nodes.addStandard(2048);
    bench.nodes.claim(node.id(), new Occupant(instance, "instance-00000007"));
    bench.nodes.change(node.id(), ProvisionState.ACTIVE, TaskState.ACTIVE);
    bench.devices.power.put(BMC, PowerState.ON);
  }

  @Test
  void itIsStoppedStartedAndRebooted() {
    assertThat(bench.driver.stop(instance, Manner.SOFT)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.STOPPED);
    assertThat(bench.devices.power).containsEntry(BMC, PowerState.OFF);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.driver.reboot(instance, Manner.HARD))
        .isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.ACTIVE);
  }

  @Test
  void itIsDestroyedAndItsNodeIsFree() {
    assertThat(bench.driver.destroy(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.DELETED);
    assertThat(bench.devices.power).containsEntry(BMC, PowerState.OFF);
    assertThat(bench.nodes.find(node.id())).isNotNull().matches(Node::isFree);
  }

  @Test
  void oneThatWasLeftUnfinishedCanOnlyBeDestroyed() {
    bench.nodes.change(node.id(), ProvisionState.ERROR, TaskState.DEPLOYING);
    assertThat(bench.driver.stop(instance, Manner.SOFT)).isInstanceOf(DriverAnswer.NotNow.class);
    bench.driver.destroy(instance);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.DELETED);
  }

  @Test
  void whatIsOnNoNodeIsUnknown() {
    assertThat(bench.driver.destroy(UUID.randomUUID()))
        .isInstanceOf(DriverAnswer.UnknownInstance.class);
  }
}
