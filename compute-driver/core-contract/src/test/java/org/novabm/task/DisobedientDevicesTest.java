package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** Devices that take orders and do otherwise are never believed. */
class DisobedientDevicesTest {

  private final Bench bench = new Bench();
  private Node node;

  @BeforeEach
  void register() {
    node = bench.nodes.addStandard(2048);
  }

  @Test
  void aMachineThatStaysOnIsNotTakenForOff() {
    bench.devices.power.put("10.0.0.1", PowerState.ON);
    bench.devices.ignored = PowerAction.OFF;
    Instance ended = bench.spawn();
    assertThat(ended.fault())
        .startsWith("power off: 10.0.0.1 took the order OFF but its power was still ON after 5 s")
        .contains("gave up after 3 attempts");
    assertThat(bench.timeline(ended.uuid())).noneMatch(line -> line.step().equals("network"));
  }

  @Test
  void aMachineThatStaysOffIsNotTakenForOn() {
    bench.devices.power.put("10.0.0.1", PowerState.OFF);
    bench.devices.ignored = PowerAction.ON;
    Instance ended = bench.spawn();
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.fault()).contains("took the order ON but its power was still OFF");
    bench.assertClean(node.id());
  }

  @Test
  void aPortThatIsNotMovedIsNotTakenForMoved() {
    bench.devices.stuckPorts = true;
    Instance ended = bench.spawn();
    assertThat(ended.fault())
        .startsWith("plug into the provisioning network: port p1 read back as idle");
    assertThat(bench.devices.orders).doesNotContain(PowerAction.ON);
  }

  @Test
  void theDiskIsBootedFromForGood() {
    assertThat(bench.spawn().state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.devices.persistent).contains(BootDevice.DISK, BootDevice.NETWORK);
  }

  @Test
  void noInstanceIsPutOnTheProvisioningNetwork() {
    InstanceRequest request =
        new InstanceRequest(
            UUID.randomUUID(),
            "instance-1",
            "web1",
            new Flavor("m1", 1024, 1, 1, 0),
            new ImageRef("web.img", null, null),
            null,
            List.of(new RequestedNetwork("net", 10)),
            null,
            Map.of(),
            Map.of(),
            RequestContext.NONE);
    bench.driver.spawn(request);
    assertThat(bench.settle(request.instance()).fault())
        .contains("VLAN 10 is the provisioning network, where no instance may be");
    assertThat(bench.devices.orders).isEmpty();
  }
}
