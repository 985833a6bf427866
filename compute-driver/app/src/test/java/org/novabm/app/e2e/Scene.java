package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.novabm.rack.Logs;
import org.novabm.rack.NetworkKind;
import org.novabm.rack.Rack;
import org.novabm.rack.RackNode;
import org.novabm.rack.RackPlan;
import org.novabm.rack.image.UserImage;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.network.JunosFront;
import org.novabm.rack.network.OpenFlowFront;
import org.novabm.rack.process.Program;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rack with a site on it and its nodes enrolled, and how one sees that an instance runs there.
 */
record Scene(Rack rack, Site site, Path notified) implements AutoCloseable {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Path CACHE = CHECKOUT.resolve("var/cache");
  private static final Duration BOOT = Duration.ofMinutes(5);

  static Scene bringUp(NetworkKind network, List<Firmware> firmware) throws Exception {
    checkInstalled();
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
    Rack rack =
        Rack.up(
            RackPlan.of(fresh.resolve("rack"), network, firmware)
                .withNamespace("novabm-e2e")
                .withAccelerator(Accelerator.TCG),
            line -> System.out.println("[e2e] " + line));
    Site site = new Site(rack, fresh);
    try {
      site.startDatabase();
      site.startBroker();
      site.startCompute(
          "deploy_kernel = %s\ndeploy_ramdisk = %s\n%s"
              .formatted(
                  ramdisk.resolve("deploy.vmlinuz"),
                  ramdisk.resolve("deploy.initrd"),
                  switchSettings(rack)));
      Scene scene = new Scene(rack, site, site.listen());
      scene.enrol();
      return scene;
    } catch (Exception | Error e) {
      takeDown(rack, site);
      throw e;
    }
  }

  private static void checkInstalled() {
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
  }

  private static String switchSettings(Rack rack) {
    return switch (rack.record().network()) {
      case OPENVSWITCH, USER -> "";
      case JUNOS -> "[netswitch:junos]\nknown_hosts = " + rack.folder().junos().knownHosts();
      case OPENFLOW ->
          "[netswitch:openflow]\nlisten = %s\nuplinks = %s\nstate_path = %s"
              .formatted(
                  OpenFlowFront.CONTROLLER,
                  OpenFlowFront.UPLINK,
                  rack.folder().path().resolveSibling("openflow"));
    };
  }

  @Override
  public void close() {
    takeDown(rack, site);
  }

  private static void takeDown(Rack rack, Site site) {
    site.close();
    rack.down(Logs.KEEP);
  }

  void assertRuns(RackNode node, UUID instance, String hostname, String firmware) {
    site.waitFor(
        "instance " + hostname + " active",
        () -> instanceOf(node).path("state").asString("").matches("active|error"));
    JsonNode up = instanceOf(node);
    assertThat(up.path("state").asString("")).as(up.toString()).isEqualTo("active");
    assertThat(up.path("task").path("timeline")).hasSize(14);
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

  /** The task that was asked for last ends well, and the instance comes up once more. */
  void assertComesUpAgain(RackNode node, int printedBefore) {
    site.waitFor(
        "the end of the task",
        () -> !instanceOf(node).path("task").path("state").asString("running").equals("running"));
    JsonNode now = instanceOf(node);
    assertThat(now.path("task").path("state").asString("")).as(now.toString()).isEqualTo("done");
    assertThat(now.path("state").asString("")).isEqualTo("active");
    site.waitFor(
        "the instance to come up",
        () -> consoleOf(node).indexOf("INSTANCE UP", printedBefore) >= 0);
  }

  void assertGone(RackNode node, UUID instance) {
    site.waitFor("the node to be free", () -> nodeOf(node).path("occupant").isNull());
    assertThat(rack.ipmitool(node.number(), "power", "status").output()).contains("off");
    if (rack.record().network() == NetworkKind.OPENFLOW) {
      assertThat(rack.tags()).doesNotContainKey(node.switchPort());
    } else {
      assertThat(rack.tags()).containsEntry(node.switchPort(), rack.record().idleVlan());
    }
    site.waitFor(
        "the delete notification",
        () -> Site.read(notified).contains("compute.instance.delete.end " + instance));
  }

  private void enrol() {
    boolean junos = rack.record().network() == NetworkKind.JUNOS;
    site.tool(
            "nova-baremetal-switchmanager",
            "add",
            String.valueOf(rack.record().switchEndpoint()),
            junos ? JunosFront.USER : "none",
            junos ? "@" + rack.folder().junos().password() : "-",
            rack.record().switchDriver(),
            "rack")
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
              node.firmware().name().toLowerCase(Locale.ROOT))
          .output();
    }
  }

  JsonNode nodeOf(RackNode node) {
    return JsonMapper.shared()
        .readTree(site.tool("nova-baremetal-nodemanager", "show", node.mac(), "--json").output());
  }

  /** All it ever printed. */
  String consoleOf(RackNode node) {
    return rack.console(node.number()).text();
  }

  JsonNode instanceOf(RackNode node) {
    return nodeOf(node).path("instance");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean installed(String program) {
    return List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
