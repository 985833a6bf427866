package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerState;
import org.novabm.task.StepRecord.Status;

class SpawnAndDestroyTest {

  private final Bench bench = new Bench();

  @Test
  void aSpawnTakesFourteenStepsAndEndsActive() {
    Node node = bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    assertThat(bench.driver.spawn(request)).isInstanceOf(DriverAnswer.Accepted.class);

    Instance instance = bench.settle(request.instance());

    assertThat(instance.state()).isEqualTo(VmState.ACTIVE);
    assertThat(instance.node()).isEqualTo(node.id());
    List<StepRecord> timeline = bench.timeline(instance.uuid());
    assertThat(timeline).hasSize(14).allMatch(line -> line.status() == Status.DONE);
    assertThat(timeline.getFirst().note()).isEqualTo("claimed " + node.display());
    assertThat(bench.store.events())
        .containsExactly("compute.instance.create.start", "compute.instance.create.end");
    Node claimed = bench.nodes.find(node.id());
    assertThat(claimed).isNotNull();
    assertThat(claimed.isHeldBy(request.instance())).isTrue();
    assertThat(claimed.taskState()).isEqualTo(TaskState.ACTIVE);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.ON);
    assertThat(bench.devices.boot).containsEntry("10.0.0.1", BootDevice.DISK);
    assertThat(bench.devices.ports).containsEntry(new PortName("p1"), new Access(new VlanId(20)));
    assertThat(bench.deployer.orders).isEmpty();
  }

  @Test
  void aDestroyUndoesEverythingAndFreesTheNode() {
    Node node = bench.nodes.addStandard(2048);
    UUID instance = active();

    assertThat(bench.driver.destroy(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.DELETED);

    Node free = bench.nodes.find(node.id());
    assertThat(free).isNotNull();
    assertThat(free.isFree()).isTrue();
    assertThat(free.taskState()).isEqualTo(TaskState.DELETED);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
    assertThat(bench.devices.ports).isEmpty();
    assertThat(bench.store.events())
        .endsWith("compute.instance.delete.start", "compute.instance.delete.end");
  }

  @Test
  void aSecondSpawnOfALiveInstanceChangesNothing() {
    bench.nodes.addStandard(2048);
    bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThat(bench.driver.spawn(request)).isInstanceOf(DriverAnswer.Already.class);
    bench.settle(request.instance());
    assertThat(bench.driver.spawn(request)).isInstanceOf(DriverAnswer.Already.class);
    assertThat(bench.nodes.count().busy()).isEqualTo(1);
  }

  @Test
  void aMachineOnAnOutletIsStoppedWithoutBeingAsked() {
    bench.nodes.addStandard(2048);
    bench.devices.outlets = true;
    UUID instance = active();

    bench.driver.stop(instance, Manner.SOFT);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.STOPPED);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
  }

  @Test
  void anUnknownInstanceIsToldApart() {
    assertThat(bench.driver.destroy(UUID.randomUUID()))
        .isInstanceOf(DriverAnswer.UnknownInstance.class);
    assertThat(bench.driver.stop(UUID.randomUUID(), Manner.SOFT))
        .isInstanceOf(DriverAnswer.UnknownInstance.class);
  }

  private UUID active() {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
    return request.instance();
  }
}
