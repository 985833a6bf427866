package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.world.World;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;
import org.novabm.spi.deploy.DeployProgress;

/** A node is deployed by the deployer that it names, and each job is ended by the one it had. */
class NodeDeployersTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  private void names(String deployer) {
    Node now = bench.node(node.id());
    Node changed = now.with(now.details().withBackends(new NodeBackends(deployer, null)));
    Objects.requireNonNull(bench.nodes.update(changed));
  }

  /** The machine is being written. */
  private UUID writing() {
    bench.world.other.progress = new DeployProgress.Running(1, 2);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    for (int i = 0; i < 9; i++) {
      bench.runOnce(request.instance());
    }
    assertThat(bench.timeline(request.instance()).getLast().label()).isEqualTo("write the image");
    return request.instance();
  }

  @Test
  void theOneItNamesDoesAllOfIt() {
    names(World.OTHER);
    Instance instance = bench.spawn();

    assertThat(instance.state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.world.other.released).containsExactly(bench.task(instance.uuid()).id());
    assertThat(bench.deployer.released).isEmpty();
  }

  @Test
  void aJobStaysWithItsMakerWhenItsNodeNamesAnother() {
    names(World.OTHER);
    UUID instance = writing();
    names("memory");
    bench.world.other.progress = new DeployProgress.Finished();

    assertThat(bench.settle(instance).state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.world.other.released).containsExactly(bench.task(instance).id());
    assertThat(bench.deployer.released).isEmpty();
  }

  @Test
  void whatFailsIsTakenBackByItsMakerWhenItsNodeNamesAnother() {
    names(World.OTHER);
    UUID instance = writing();
    names("memory");
    bench.world.other.progress = new DeployProgress.Failed("the disk is broken");

    assertThat(bench.settle(instance).state()).isEqualTo(VmState.ERROR);
    assertThat(bench.world.look().leftovers()).isEmpty();
    assertThat(bench.deployer.released).isEmpty();
    assertThat(bench.node(node.id()).isAvailable()).isTrue();
  }

  @Test
  void oneThatIsNotEnabledFailsTheSpawnAndLeavesNothingBehind() {
    names("iscsi");
    Instance failed = bench.spawn();

    assertThat(failed.state()).isEqualTo(VmState.ERROR);
    assertThat(failed.fault())
        .contains(
            "deployer 'iscsi': is not enabled on this host: add it to enabled_deploy_interfaces in [novabm], or change deploy_interface of the node; enabled are memory, other");
    assertThat(bench.world.look().leftovers()).isEmpty();
    assertThat(bench.node(node.id()).isAvailable()).isTrue();
  }

  @Test
  void aJobWhoseMakerIsNotEnabledAnyMoreIsHandedToNobody() {
    bench.deployer.progress = new DeployProgress.Running(1, 2);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    for (int i = 0; i < 9; i++) {
      bench.runOnce(request.instance());
    }
    bench.world.formerDeployer = "iscsi";

    Instance failed = bench.settle(request.instance());
    assertThat(failed.fault())
        .contains("deployer 'iscsi': made the job of deployment")
        .contains("until the job is over; enabled are memory, other");
    assertThat(bench.deployer.orders).as("it is kept for its maker").hasSize(1);
    assertThat(bench.node(node.id()).isAvailable()).isFalse();
  }
}
