package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novabm.rack.Logs;
import org.novabm.rack.NetworkKind;
import org.novabm.rack.Rack;
import org.novabm.rack.RackNode;
import org.novabm.rack.RackPlan;
import org.novabm.rack.image.UserImage;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.process.Program;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way, nothing mocked: real messages of the real oslo.messaging client over RabbitMQ,
 * MariaDB behind, IPMI, Open vSwitch, DHCP, firmware, deploy ramdisk, image, and the instance's own
 * console; BIOS and UEFI.
 */
@Tag("qemu")
class SpawnAndDestroyIT {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Path CACHE = CHECKOUT.resolve("var/cache");
  private static final Duration BOOT = Duration.ofMinutes(5);

  private static Rack rack;
  private static Site site;
  private static Path notified;

  @BeforeAll
  static void bringUpTheSite() throws Exception {
    assumeTrue(isRoot(), "needs root for a network namespace and Open vSwitch");
    for (String program :
        List.of(
            "qemu-system-x86_64:qemu-system-x86",
            "ovs-vswitchd:openvswitch-switch",
            "mariadbd:mariadb-server",
            "rabbitmqctl:rabbitmq-server",
            "ipmi_sim:openipmi",
            "dnsmasq:dnsmasq-base")) {
      String[] need = program.split(":", 2);
      assumeTrue(
          installed(need[0]), need[0] + " is not installed (Debian package " + need[1] + ")");
    }
    assumeTrue(
        Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/oslo_messaging")),
        "oslo.messaging is not installed (Debian package python3-oslo.messaging)");
    // short, since paths of Unix sockets are; its logs are kept for whoever wants to know why
    Path fresh = Files.createTempDirectory("novabm-e2e-");
    System.out.println("[e2e] logs are in " + fresh);
    Path images = Files.createDirectories(fresh.resolve("images"));
    new UserImage(64, CACHE, line -> {}).build(images);
    Path ramdisk = fresh.resolve("ramdisk");
    Program.of(
            CHECKOUT.resolve("deploy-helper/agent/src/main/ramdisk/build").toString(),
            ramdisk.toString(),
            "--cache",
            CACHE.toString())
        .within(BOOT)
        .output();
    rack =
        Rack.up(
            RackPlan.of(
                    fresh.resolve("rack"),
                    NetworkKind.OPENVSWITCH,
                    List.of(Firmware.BIOS, Firmware.UEFI))
                .withNamespace("novabm-e2e")
                .withAccelerator(Accelerator.TCG),
            line -> System.out.println("[e2e] " + line));
    site = new Site(rack, fresh);
    site.startDatabase();
    site.startBroker();
    site.startCompute(
        "deploy_kernel = %s\ndeploy_ramdisk = %s"
            .formatted(ramdisk.resolve("deploy.vmlinuz"), ramdisk.resolve("deploy.initrd")));
    notified = site.listen();
    enrol();
  }

  @AfterAll
  static void takeDownTheSite() {
    if (site != null) {
      site.close();
    }
    if (rack != null) {
      rack.down(Logs.KEEP);
    }
  }

  @Test
  void aBiosMachineByNovasOwnMessages() {
    RackNode node = rack.nodes().get(0);
    UUID instance = UUID.randomUUID();
    site.send(
        "cast",
        ScheduledMessages.spawn(
            instance, "zed-bios", "user.img", nodeOf(node).path("uuid").asString()));
    assertRuns(node, instance, "zed-bios", "fw=bios");
    site.send("cast", ScheduledMessages.terminate(instance));
    assertGone(node, instance);
  }

  @Test
  void aUefiMachineByTheShortForm() {
    RackNode bios = rack.nodes().get(0);
    RackNode uefi = rack.nodes().get(1);
    UUID instance = UUID.randomUUID();
    ObjectRequest request =
        new ObjectRequest(
            ScheduledMessages.shortSpawn(instance, "short-uefi", "user.img.gz", uefi));
    String answer = site.send("call", request.onNode(nodeOf(uefi).path("uuid").asString()));
    assertThat(answer).contains("accepted");
    assertRuns(uefi, instance, "short-uefi", "fw=uefi");
    assertThat(nodeOf(bios).path("occupant").isNull()).isTrue();
    assertThat(site.send("call", ScheduledMessages.shortDestroy(instance))).contains("accepted");
    assertGone(uefi, instance);
  }

  @Test
  void aKillInTheMiddleOfTheImageIsGoneOnWith() {
    RackNode node = rack.nodes().get(0);
    UUID instance = UUID.randomUUID();
    site.send(
        "cast",
        ScheduledMessages.spawn(
            instance, "survivor", "user.img", nodeOf(node).path("uuid").asString()));
    site.waitFor(
        "the image to be written",
        () -> deploymentOf(node).path("state").asString("").equals("writing_image"));
    site.killCompute();
    site.startService();
    assertRuns(node, instance, "survivor", "fw=bios");
    site.send("cast", ScheduledMessages.terminate(instance));
    assertGone(node, instance);
  }

  @Test
  void anImageThatIsNotThereEndsCleanly() {
    UUID instance = UUID.randomUUID();
    site.send(
        "call", ScheduledMessages.shortSpawn(instance, "none", "no-such.img", rack.nodes().get(0)));
    site.waitFor(
        "the error notification",
        () -> Site.read(notified).contains("compute.instance.create.error " + instance));
    assertThat(nodeOf(rack.nodes().get(0)).path("occupant").isNull()).isTrue();
  }

  private static void assertRuns(RackNode node, UUID instance, String hostname, String firmware) {
    site.waitFor(
        "instance " + hostname + " active",
        () -> deploymentOf(node).path("state").asString("").matches("active|failed|error"));
    JsonNode deployment = deploymentOf(node);
    assertThat(deployment.path("state").asString("")).as(deployment.toString()).isEqualTo("active");
    assertThat(deployment.path("timeline")).hasSize(14);
    String line = rack.console(node.number()).await("INSTANCE UP", BOOT);
    assertThat(line)
        .contains("INSTANCE UP " + hostname)
        .contains("ip=172.30.20.")
        .contains(firmware);
    assertThat(rack.leases().toString()).contains("172.30.20.");
    assertThat(Site.read(notified))
        .contains("compute.instance.create.start " + instance)
        .contains("compute.instance.create.end " + instance);
  }

  private static void assertGone(RackNode node, UUID instance) {
    site.waitFor("the node to be free", () -> nodeOf(node).path("occupant").isNull());
    assertThat(rack.ipmitool(node.number(), "power", "status").output()).contains("off");
    String socket = "unix:" + rack.record().switchEndpoint();
    assertThat(
            Program.of("ovs-vsctl", "--db=" + socket, "get", "port", node.switchPort(), "tag")
                .output()
                .strip())
        .isEqualTo("" + rack.record().idleVlan());
    site.waitFor(
        "the delete notification",
        () -> Site.read(notified).contains("compute.instance.delete.end " + instance));
  }

  private static void enrol() {
    String socket = String.valueOf(rack.record().switchEndpoint());
    site.tool("nova-baremetal-switchmanager", "add", socket, "none", "-", "openvswitch", "rack")
        .reading("none\n")
        .output();
    for (RackNode node : rack.nodes()) {
      site.tool(
              "nova-baremetal-nodemanager",
              "add",
              "0.0.0.0",
              node.mac(),
              "" + node.cpus(),
              "" + node.memoryMb(),
              "" + node.diskGb(),
              node.bmcAddress() + ":" + node.bmcPort(),
              node.bmcUser(),
              "@" + node.bmcPasswordFile(),
              "1",
              node.switchPort(),
              "--firmware",
              node.firmware().name().toLowerCase(java.util.Locale.ROOT))
          .output();
    }
  }

  private static JsonNode nodeOf(RackNode node) {
    return JsonMapper.shared()
        .readTree(site.tool("nova-baremetal-nodemanager", "show", node.mac(), "--json").output());
  }

  private static JsonNode deploymentOf(RackNode node) {
    return nodeOf(node).path("deployment");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean installed(String program) {
    return List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** A request with one more argument. */
  private record ObjectRequest(String text) {
    String onNode(String uuid) {
      var request = (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(text);
      ((tools.jackson.databind.node.ObjectNode) request.get("args")).put("node", uuid);
      return request.toString();
    }
  }
}
