package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Hold;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;

/** What an operator keeps from being done to a node. */
class GuardedNodesTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  private void hold(Duration howLong) {
    bench.holds.place(
        node.id(), Hold.placed("rack-7", "10.0.0.1", "a disk", bench.now, bench.now.plus(howLong)));
  }

  private static String refusal(DriverAnswer answer) {
    return ((DriverAnswer.NotNow) answer).note();
  }

  @Test
  void aHeldNodeIsChosenForNoInstance() {
    hold(Duration.ofHours(1));
    assertThat(bench.spawn().fault())
        .contains("is in maintenance, hold 'rack-7' by 10.0.0.1: a disk, until ");
    InstanceRequest named = Bench.request(1024, node.uuid());
    bench.driver.spawn(named);
    assertThat(bench.settle(named.instance()).fault()).contains("is in maintenance");
    bench.now = bench.now.plus(Duration.ofHours(1));
    assertThat(bench.spawn().state()).as("its end has come").isEqualTo(VmState.ACTIVE);
  }

  @Test
  void aHeldNodeObeysPowerAndDestroyAlone() {
    Instance active = bench.spawn();
    hold(Duration.ofHours(1));
    assertThat(refusal(bench.driver.rebuild(active.uuid(), Bench.request(active.uuid()))))
        .endsWith("release it before a rebuild");
    bench.driver.stop(active.uuid(), Manner.SOFT);
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.STOPPED);
    bench.driver.start(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.ACTIVE);
    bench.driver.reboot(active.uuid(), Manner.HARD);
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.ACTIVE);
    bench.driver.destroy(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
    assertThat(bench.nodes.fitting("host1", 1, 1, 1, 9)).as("and stays held").isEmpty();
    assertThat(refusal(bench.nodeDriver.ask(node.id(), Verb.MANAGE))).contains("'rack-7'");
  }

  @Test
  void aTaskThatGoesOnIsNotHeldUp() {
    InstanceRequest request = Bench.request(1024);
    bench.overrides.put(
        "wait for the agent's call",
        () -> {
          hold(Duration.ofHours(1));
          return new StepOutcome.Done("called");
        });
    bench.driver.spawn(request);
    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.holds.of(node.id())).hasSize(1);
  }

  @Test
  void aProtectedNodeKeepsItsInstanceAsItIs() {
    Instance active = bench.spawn();
    bench.nodes.describe(node.id(), NodeDetails.NONE.protectedFor("only copy"));
    assertThat(refusal(bench.driver.destroy(active.uuid())))
        .isEqualTo(
            node.display() + " is protected: only copy; take its protection off before a destroy");
    assertThat(bench.driver.rebuild(active.uuid(), Bench.request(active.uuid())))
        .isInstanceOf(DriverAnswer.NotNow.class);
    bench.driver.stop(active.uuid(), Manner.HARD);
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.STOPPED);
    bench.nodes.describe(node.id(), NodeDetails.NONE);
    bench.driver.destroy(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
  }

  @Test
  void aDestroyInTheMiddleIsKeptOffAProtectedNodeToo() {
    Instance active = bench.spawn();
    bench.nodes.describe(node.id(), NodeDetails.NONE.protectedFor(""));
    bench.overrides.put(
        "power cycle", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    bench.driver.reboot(active.uuid(), Manner.HARD);
    bench.runOnce(active.uuid());
    assertThat(refusal(bench.driver.destroy(active.uuid()))).contains("is protected;");
    assertThat(bench.task(active.uuid()).standing().abort()).isNull();
  }

  @Test
  void aRetiredNodeIsNeitherChosenNorProvided() {
    bench.nodes.describe(node.id(), NodeDetails.NONE.retired("sold"));
    assertThat(bench.spawn().fault()).contains("is retired: sold");
    bench.nodes.change(node.id(), ProvisionState.MANAGEABLE, null);
    assertThat(bench.nodeDriver.ask(node.id(), Verb.PROVIDE))
        .asInstanceOf(type(DriverAnswer.NotNow.class))
        .extracting(DriverAnswer.NotNow::note)
        .asString()
        .contains("is retired: sold; bring it out of retirement");
    assertThat(bench.nodeDriver.ask(node.id(), Verb.MANAGE))
        .isInstanceOf(DriverAnswer.Accepted.class);
  }

  @Test
  void aNodeRetiresWhenTheInstanceOnItIsDestroyed() {
    Instance active = bench.spawn();
    bench.nodes.describe(node.id(), bench.node(node.id()).details().retired("out of warranty"));
    bench.driver.destroy(active.uuid());
    assertThat(bench.settle(active.uuid()).state()).isEqualTo(VmState.DELETED);
    assertThat(bench.node(node.id()).state()).isEqualTo(ProvisionState.MANAGEABLE);
  }
}
