package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novabm.rack.NetworkKind;
import org.novabm.rack.RackNode;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole way, nothing mocked: real messages of the real oslo.messaging client over RabbitMQ,
 * MariaDB behind, IPMI, Open vSwitch, DHCP, firmware, deploy ramdisk, image, and the instance's own
 * console; BIOS and UEFI.
 */
@Tag("qemu")
class SpawnAndDestroyIT {

  private static Scene scene;

  @BeforeAll
  static void bringUpTheSite() throws Exception {
    scene = Scene.bringUp(NetworkKind.OPENVSWITCH, List.of(Firmware.BIOS, Firmware.UEFI));
  }

  @AfterAll
  static void takeDownTheSite() {
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void aBiosMachineByNovasOwnMessages() {
    RackNode node = scene.rack().nodes().get(0);
    UUID instance = UUID.randomUUID();
    scene
        .site()
        .send(
            "cast",
            ScheduledMessages.spawn(
                instance, "zed-bios", "user.img", scene.nodeOf(node).path("uuid").asString()));
    scene.assertRuns(node, instance, "zed-bios", "fw=bios");
    scene.site().send("cast", ScheduledMessages.terminate(instance));
    scene.assertGone(node, instance);
  }

  @Test
  void aUefiMachineByTheShortForm() {
    RackNode bios = scene.rack().nodes().get(0);
    RackNode uefi = scene.rack().nodes().get(1);
    UUID instance = UUID.randomUUID();
    ObjectRequest request =
        new ObjectRequest(
            ScheduledMessages.shortSpawn(instance, "short-uefi", "user.img.gz", uefi));
    String answer =
        scene.site().send("call", request.onNode(scene.nodeOf(uefi).path("uuid").asString()));
    assertThat(answer).contains("accepted");
    scene.assertRuns(uefi, instance, "short-uefi", "fw=uefi");
    assertThat(scene.nodeOf(bios).path("occupant").isNull()).isTrue();
    assertThat(scene.site().send("call", ScheduledMessages.shortDestroy(instance)))
        .contains("accepted");
    scene.assertGone(uefi, instance);
  }

  @Test
  void aKillInTheMiddleOfTheImageIsGoneOnWith() {
    RackNode node = scene.rack().nodes().get(0);
    UUID instance = UUID.randomUUID();
    int before = scene.consoleOf(node).length();
    String spawn =
        ScheduledMessages.spawn(
            instance, "survivor", "user.img", scene.nodeOf(node).path("uuid").asString());
    // the client takes longer to end, and a tool to start, than the image to be written
    CompletableFuture<String> sent =
        CompletableFuture.supplyAsync(() -> scene.site().send("cast", spawn));
    scene
        .site()
        .waitFor(
            "the image to be written",
            () -> scene.consoleOf(node).indexOf(": raw image of", before) >= 0);
    scene.site().killCompute();
    assertThat(scene.consoleOf(node).substring(before)).doesNotContain("AGENT: done");
    sent.join();
    scene.site().startService();
    scene.assertRuns(node, instance, "survivor", "fw=bios");
    scene.site().send("cast", ScheduledMessages.terminate(instance));
    scene.assertGone(node, instance);
  }

  @Test
  void anInstanceIsRebootedRebuiltLetGoAndTakenOver() {
    RackNode node = scene.rack().nodes().get(0);
    UUID instance = UUID.randomUUID();
    ObjectRequest spawn =
        new ObjectRequest(ScheduledMessages.shortSpawn(instance, "lively", "user.img", node));
    scene.site().send("call", spawn.onNode(scene.nodeOf(node).path("uuid").asString()));
    scene.assertRuns(node, instance, "lively", "fw=bios");

    for (String request :
        List.of(
            ScheduledMessages.shortReboot(instance, "HARD"),
            ScheduledMessages.shortReboot(instance, "SOFT"),
            ScheduledMessages.shortRebuild(instance, "user.img.gz"))) {
      int before = scene.consoleOf(node).length();
      assertThat(scene.site().send("call", request)).contains("accepted");
      scene.assertComesUpAgain(node, before);
    }

    int before = scene.consoleOf(node).length();
    scene
        .site()
        .tool("nova-baremetal-nodemanager", "release", node.mac(), "--force", "--reason", "moved")
        .output();
    assertThat(scene.nodeOf(node).path("provision_state").asString()).isEqualTo("manageable");
    assertThat(scene.nodeOf(node).path("occupant").isNull()).isTrue();
    UUID adopted = UUID.randomUUID();
    scene
        .site()
        .tool("nova-baremetal-nodemanager", "adopt", node.mac(), "--uuid", adopted.toString())
        .output();
    assertThat(scene.instanceOf(node).path("state").asString()).isEqualTo("active");
    assertThat(scene.rack().ipmitool(node.number(), "power", "status").output()).contains("on");
    assertThat(scene.rack().tags())
        .as("it stays in its network")
        .doesNotContainEntry(node.switchPort(), scene.rack().record().idleVlan());
    assertThat(scene.consoleOf(node).substring(before))
        .as("it was not started anew")
        .doesNotContain("INSTANCE UP");
    assertThat(scene.site().send("call", ScheduledMessages.shortReboot(adopted, "HARD")))
        .contains("accepted");
    scene.assertComesUpAgain(node, before);
    scene.site().send("call", ScheduledMessages.shortDestroy(adopted));
    scene.assertGone(node, adopted);
  }

  @Test
  void anImageThatIsNotThereEndsCleanly() {
    UUID instance = UUID.randomUUID();
    scene
        .site()
        .send(
            "call",
            ScheduledMessages.shortSpawn(
                instance, "none", "no-such.img", scene.rack().nodes().get(0)));
    scene
        .site()
        .waitFor(
            "the error notification",
            () ->
                Site.read(scene.notified()).contains("compute.instance.create.error " + instance));
    assertThat(scene.nodeOf(scene.rack().nodes().get(0)).path("occupant").isNull()).isTrue();
  }

  /** A request with one more argument. */
  private record ObjectRequest(String text) {
    String onNode(String uuid) {
      var request = (ObjectNode) JsonMapper.shared().readTree(text);
      ((tools.jackson.databind.node.ObjectNode) request.get("args")).put("node", uuid);
      return request.toString();
    }
  }
}
