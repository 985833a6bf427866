package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novabm.rack.NetworkKind;
import org.novabm.rack.RackNode;
import org.novabm.spi.power.Firmware;

/**
 * The whole way on an OpenFlow switch, an Open vSwitch that obeys nova-compute: its flows carry the
 * machine's frames, so it is deployed from the provisioning side and comes up on the tenant's.
 */
@Tag("qemu")
class OpenFlowSwitchIT {

  @Test
  void aMachineIsMovedByFlows() throws Exception {
    try (Scene scene = Scene.bringUp(NetworkKind.OPENFLOW, List.of(Firmware.BIOS))) {
      RackNode node = scene.rack().nodes().getFirst();
      UUID instance = UUID.randomUUID();
      scene
          .site()
          .send(
              "cast",
              ScheduledMessages.spawn(
                  instance, "on-openflow", "user.img", scene.nodeOf(node).path("uuid").asString()));
      scene.assertRuns(node, instance, "on-openflow", "fw=bios");
      assertThat(scene.rack().leases()).extracting("network").contains("provisioning", "tenant");
      scene.site().send("cast", ScheduledMessages.terminate(instance));
      scene.assertGone(node, instance);
    }
  }
}
