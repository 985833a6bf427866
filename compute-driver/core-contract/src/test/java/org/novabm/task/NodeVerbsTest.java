package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.driver.DriverAnswer;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerState;

/** What an operator asks of a node that no instance is on. */
class NodeVerbsTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  @Test
  void aNodeComesIntoThePoolByWayOfItsBmc() {
    bench.nodes.change(node.id(), ProvisionState.ENROLL, null);
    assertThat(bench.nodes.fitting("host1", 1, 1, 1, 9)).isEmpty();

    assertThat(bench.nodeDriver.ask(node.id(), Verb.MANAGE))
        .isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(state()).isEqualTo(ProvisionState.VERIFYING);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.MANAGEABLE);

    bench.devices.ports.put(new PortName("p1"), new Access(new VlanId(30)));
    bench.nodeDriver.ask(node.id(), Verb.PROVIDE);
    assertThat(state()).isEqualTo(ProvisionState.CLEANING);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.AVAILABLE);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
    assertThat(bench.devices.ports).isEmpty();
    assertThat(bench.store.events()).isEmpty();
  }

  @Test
  void aNodeWhoseBmcDoesNotAnswerStaysOut() {
    bench.nodes.change(node.id(), ProvisionState.ENROLL, null);
    bench.overrides.put("try the BMC", () -> new StepOutcome.Failed("no answer"));
    bench.nodeDriver.ask(node.id(), Verb.MANAGE);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.ENROLL);
    assertThat(bench.store.list(true, 1).getFirst().standing().reason())
        .isEqualTo("try the BMC: no answer");
  }

  @Test
  void aNodeThatCannotBeMadeReadyIsOfferedToNobody() {
    bench.nodes.change(node.id(), ProvisionState.MANAGEABLE, null);
    bench.overrides.put("power off", () -> new StepOutcome.Failed("stuck"));
    bench.nodeDriver.ask(node.id(), Verb.PROVIDE);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.CLEAN_FAILED);
  }

  @Test
  void whatItsBmcKnowsOfAMachineBecomesPropertiesBesideThoseThereAre() {
    bench.nodes.describe(
        node.id(), NodeDetails.NONE.withProperties(Map.of("rack", "7", "model", "old")));
    bench.nodes.change(node.id(), ProvisionState.MANAGEABLE, null);
    bench.nodeDriver.ask(node.id(), Verb.INSPECT);
    assertThat(state()).isEqualTo(ProvisionState.INSPECTING);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.MANAGEABLE);
    assertThat(bench.node(node.id()).details().properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "rack", "7",
                "manufacturer", "ACME",
                "model", "R1",
                "serial_number", "SN-10.0.0.1",
                "bmc_firmware", "2.17"));
    assertThat(bench.devices.orders).as("the machine is not touched").isEmpty();
  }

  @Test
  void aNodeThatIsCleanedComesToRestAndIsOfferedToNobody() {
    bench.nodes.change(node.id(), ProvisionState.MANAGEABLE, null);
    bench.devices.ports.put(new PortName("p1"), new Access(new VlanId(30)));
    bench.nodeDriver.ask(node.id(), Verb.CLEAN);
    bench.settle();
    assertThat(state()).isEqualTo(ProvisionState.MANAGEABLE);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
    assertThat(bench.devices.ports).isEmpty();
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedWithWhatItDoes() {
    assertThat(bench.nodeDriver.ask(node.id(), Verb.PROVIDE))
        .asInstanceOf(type(DriverAnswer.NotNow.class))
        .extracting(DriverAnswer.NotNow::note)
        .isEqualTo(node.display() + " is available; what can be asked for now: manage, release");
    assertThat(bench.nodeDriver.ask(77, Verb.MANAGE)).isInstanceOf(DriverAnswer.NotNow.class);
  }

  @Test
  void anInstanceKeepsItsNode() {
    bench.spawn();
    assertThat(bench.nodeDriver.ask(node.id(), Verb.MANAGE))
        .asInstanceOf(type(DriverAnswer.NotNow.class))
        .extracting(DriverAnswer.NotNow::note)
        .asString()
        .endsWith("on it; destroy that first");
  }

  @Test
  void aNodeThatIsBeingTriedIsGivenToNobodyAndNotTriedTwice() {
    bench.overrides.put(
        "try the BMC", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    bench.nodeDriver.ask(node.id(), Verb.MANAGE);
    assertThat(bench.nodeDriver.ask(node.id(), Verb.MANAGE))
        .isInstanceOf(DriverAnswer.Already.class);
    assertThat(bench.nodeDriver.ask(node.id(), Verb.PROVIDE))
        .isInstanceOf(DriverAnswer.NotNow.class);
    assertThat(bench.nodes.fitting("host1", 1, 1, 1, 9)).isEmpty();
  }

  private ProvisionState state() {
    return bench.node(node.id()).state();
  }
}
