package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Node;

/** An instance is put on its node once more. */
class RebuildTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);
  private final Instance up = bench.spawn();

  @Test
  void itStaysOnItsNodeAndIsUpAgain() {
    assertThat(rebuild()).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.find(up.uuid()).state()).isEqualTo(VmState.BUILDING);
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.DEPLOYING);

    Instance again = bench.settle(up.uuid());

    assertThat(again.state()).isEqualTo(VmState.ACTIVE);
    assertThat(again.node()).isEqualTo(node.id());
    assertThat(again.launched()).isEqualTo(up.launched());
    assertThat(bench.timeline(up.uuid())).hasSize(13);
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(bench.store.events())
        .endsWith("compute.instance.rebuild.start", "compute.instance.rebuild.end");
  }

  @Test
  void oneThatFailsIsInErrorOnItsNodeAndReachesNobody() {
    bench.overrides.put("write the image", () -> new StepOutcome.Failed("disk is dead"));
    rebuild();

    Instance broken = bench.settle(up.uuid());

    assertThat(broken.state()).isEqualTo(VmState.ERROR);
    assertThat(broken.fault()).isEqualTo("write the image: disk is dead");
    assertThat(bench.node(node.id()).isHeldBy(up.uuid())).isTrue();
    assertThat(bench.devices.ports).isEmpty();
    assertThat(bench.store.events()).endsWith("compute.instance.rebuild.error");

    bench.overrides.clear();
    rebuild();
    assertThat(bench.settle(up.uuid()).state()).isEqualTo(VmState.ACTIVE);
  }

  @Test
  void oneWhoseImageIsNotThereLeavesTheInstanceAsItWas() {
    bench.overrides.put(
        "check the image, record the order", () -> new StepOutcome.Failed("no such image"));
    rebuild();

    Instance same = bench.settle(up.uuid());

    assertThat(same.state()).isEqualTo(VmState.ACTIVE);
    assertThat(same.fault()).endsWith("no such image");
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(bench.devices.ports).isNotEmpty();
    assertThat(bench.driver.stop(up.uuid(), Manner.SOFT)).isInstanceOf(DriverAnswer.Accepted.class);
  }

  @Test
  void anotherRebuildInTheMiddleWaitsAndTheSameOneIsOnItsWay() {
    InstanceRequest first = Bench.request(up.uuid());
    bench.driver.rebuild(up.uuid(), first);
    assertThat(bench.driver.rebuild(up.uuid(), first)).isInstanceOf(DriverAnswer.Already.class);
    InstanceRequest other = Bench.request(4096, null);
    assertThat(bench.driver.rebuild(up.uuid(), other)).isInstanceOf(DriverAnswer.NotNow.class);
  }

  @Test
  void aDestroyInTheMiddleTakesItOff() {
    bench.overrides.put(
        "write the image", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    rebuild();
    bench.runOnce(up.uuid());
    bench.driver.destroy(up.uuid());

    assertThat(bench.settle(up.uuid()).state()).isEqualTo(VmState.DELETED);

    bench.assertClean(node.id());
  }

  private DriverAnswer rebuild() {
    return bench.driver.rebuild(up.uuid(), Bench.request(up.uuid()));
  }
}
