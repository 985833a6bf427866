package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.PowerState;

class IsolationTest {

  private static final PortName PORT = new PortName("p1");

  private final Bench bench = new Bench();
  private Node node;

  @BeforeEach
  void addNode() {
    node = bench.nodes.addStandard(2048);
  }

  @Test
  void theProofIsKeptWithTheInstance() {
    Instance instance = spawn();
    assertThat(instance.state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.timeline(instance.uuid()))
        .filteredOn(line -> line.step().equals("prove_isolation"))
        .extracting(StepRecord::note)
        .containsExactly("VLAN 10 is out of reach: probed p1");
  }

  @Test
  void aPortThatStillReachesTheProvisioningNetworkIsQuarantinedAndNeverStarted() {
    bench.devices.leaking = true;
    Instance instance = spawn();
    assertThat(instance.state()).isEqualTo(VmState.ERROR);
    assertThat(instance.fault())
        .contains("prove the isolation", "p1 still reaches the provisioning network, VLAN 10")
        .contains("it is taken off every network");
    assertThat(bench.devices.ports).doesNotContainKey(PORT);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
    assertThat(bench.nodes.find(node.id())).matches(free -> free != null && free.isFree());
  }

  @Test
  void aMachineThatIsPluggedInElsewhereIsNotDeployed() {
    MacAddress stranger = new MacAddress("02:00:00:00:00:99");
    bench.devices.heard.put(PORT, List.of(stranger));
    Instance instance = spawn();
    assertThat(instance.state()).isEqualTo(VmState.ERROR);
    assertThat(instance.fault())
        .contains(
            "p1 has heard [" + stranger + "]", node.macs().getFirst().text(), "mend the cable");
    assertThat(bench.deployer.guarded)
        .as("kept back to the end")
        .contains(bench.task(instance.uuid()).id());
  }

  @Test
  void aPortThatHeardTheMachineIsTheRightOne() {
    bench.devices.heard.put(
        PORT, List.of(new MacAddress("02:00:00:00:00:99"), node.macs().getFirst()));
    assertThat(spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.deployer.guarded).isEmpty();
  }

  private Instance spawn() {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    UUID instance = request.instance();
    return bench.settle(instance);
  }
}
