package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.power.BootDevice;

/** What the firmware is told, by what the boot back end says. */
class BootTargetTest {

  private static final String BMC = "10.0.0.1";
  private static final URI OF_SOMEBODY = URI.create("http://192.0.2.1/rescue.iso");

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  @Test
  void aMediumIsInTheDriveUntilTheImageIsOnTheDisk() {
    bench.world.bootsFromMedia();
    bench.deployer.progress = new DeployProgress.Running(1, 2);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    for (int i = 0; i < 9; i++) {
      bench.runOnce(request.instance());
    }
    URI medium = URI.create("http://172.30.10.1/" + bench.task(request.instance()).id() + ".iso");
    assertThat(bench.devices.drives).containsEntry(BMC, medium);
    assertThat(bench.devices.boot).containsEntry(BMC, BootDevice.CDROM);
    bench.deployer.progress = new DeployProgress.Finished();

    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.drives).isEmpty();
    assertThat(bench.devices.boot).containsEntry(BMC, BootDevice.DISK);
  }

  @Test
  void aBmcWithoutADriveFailsTheSpawnWithWhatToDo() {
    bench.deployer.byMedia = true;
    Instance failed = bench.spawn();

    assertThat(failed.state()).isEqualTo(VmState.ERROR);
    assertThat(failed.fault())
        .contains("cannot put an image into a drive and boot from it; name another boot_interface");
    assertThat(bench.world.look().leftovers()).isEmpty();
    assertThat(bench.node(node.id()).isAvailable()).isTrue();
  }

  @Test
  void whatSomebodyElsePutIntoTheDriveStaysThere() {
    bench.devices.media = true;
    bench.devices.drives.put(BMC, OF_SOMEBODY);

    assertThat(bench.spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.drives).containsEntry(BMC, OF_SOMEBODY);
  }

  @Test
  void aWayToBootThatTheDeployerDoesNotHaveFailsTheSpawnAndLeavesNothingBehind() {
    Node now = bench.node(node.id());
    NodeBackends names = new NodeBackends(null, "virtual-media");
    Objects.requireNonNull(bench.nodes.update(now.with(now.details().withBackends(names))));
    Instance failed = bench.spawn();

    assertThat(failed.fault())
        .contains("boot back end 'virtual-media'", "change boot_interface of the node")
        .contains("there are memory");
    assertThat(bench.world.look().leftovers()).isEmpty();
    assertThat(bench.node(node.id()).isAvailable()).isTrue();
  }
}
