package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.SwitchPort;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;

/** Rows of the old driver have no switch port, but a datapath id and a port number. */
class OldPlugTest {

  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(strings = {"0x0000525400AC0001", "00:00:52:54:00:ac:00:01", "525400ac0001"})
  void theOpenFlowPortOfItsCardIsMoved(String datapath) {
    bench.nodes.add(node(datapath, null));
    assertThat(spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.ports).containsOnlyKeys(new PortName("7"));
  }

  @Test
  void aSwitchPortOnRecordIsPreferred() {
    bench.nodes.add(node("0x0000525400ac0001", new SwitchPort(1, new PortName("p3"))));
    assertThat(spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.ports).containsOnlyKeys(new PortName("p3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x0", "0", "0x0000000000000000", "00:00:00:00:00:00:00:00", ""})
  void aCardOnDatapathZeroIsInNoSwitch(String none) {
    bench.nodes.add(node(none, null));
    assertThat(spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.ports).isEmpty();
  }

  @Test
  void aDatapathThatNobodyRegisteredWaitsForWhoCanAddIt() {
    bench.nodes.add(node("0xabc", null));
    Instance instance = spawn();
    // nobody can say that its port is on no network, so the node is not free again either
    assertThat(instance.state()).isEqualTo(VmState.ERROR);
    assertThat(instance.fault())
        .contains("datapath 0xabc", "nova-baremetal-switchmanager add 0xabc none - openflow");
  }

  private static Node node(String datapath, @Nullable SwitchPort plug) {
    MacAddress mac = new MacAddress("52:54:00:ac:00:01");
    return new Node(
        0,
        UUID.randomUUID(),
        "host1",
        "",
        new Capacity(4, 2048, 10),
        new BmcEndpoint("10.0.0.1", 0, "admin"),
        "",
        0,
        Firmware.BIOS,
        plug,
        List.of(new NodeInterface(0, mac, datapath, 7, null)),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  private Instance spawn() {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    return bench.settle(request.instance());
  }
}
