package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.rack.NetworkKind;
import org.novabm.rack.RackNode;
import org.novabm.spi.power.Firmware;

/**
 * The whole way on a Junos, whose commits move the ports that carry the machine's frames, and on an
 * Open vSwitch that obeys nova-compute by OpenFlow: the machine is deployed from the provisioning
 * side and comes up on the tenant's.
 */
@Tag("qemu")
class OtherSwitchesIT {

  @ParameterizedTest
  @EnumSource(names = {"JUNOS", "OPENFLOW"})
  void aMachineIsMoved(NetworkKind network) throws Exception {
    try (Scene scene = Scene.bringUp(network, List.of(Firmware.BIOS))) {
      RackNode node = scene.rack().nodes().getFirst();
      UUID instance = UUID.randomUUID();
      String name = "on-" + network.name().toLowerCase(Locale.ROOT);
      String uuid = scene.nodeOf(node).path("uuid").asString();
      scene.site().send("cast", ScheduledMessages.spawn(instance, name, "user.img", uuid));
      scene.assertRuns(node, instance, name, "fw=bios");
      assertThat(scene.rack().leases()).extracting("network").contains("provisioning", "tenant");
      scene.site().send("cast", ScheduledMessages.terminate(instance));
      scene.assertGone(node, instance);
    }
  }
}
