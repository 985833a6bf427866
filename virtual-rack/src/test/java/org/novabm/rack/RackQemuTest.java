package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.Bmc;
import org.novabm.rack.network.Leg;
import org.novabm.rack.network.Namespace;
import org.novabm.rack.network.SwitchedNetwork;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.power.Firmware;

/** The whole rack: a real switch, a real BMC protocol, and a machine that really boots. */
@Tag("qemu")
class RackQemuTest {

  private static final Duration BOOT = Duration.ofMinutes(2);

  private final String namespace = "novabm-test-" + ProcessHandle.current().pid();
  private final List<String> told = new ArrayList<>();
  private final Waiting waiting = new Waiting(told::add);

  @TempDir private Path folder;
  private RackPlan plan = RackPlan.of(Path.of("/"), NetworkKind.USER, List.of(Firmware.BIOS));

  @BeforeEach
  void plan() {
    assumeTrue(Rights.isRoot(), "a rack with a switch needs root");
    plan =
        RackPlan.of(folder, NetworkKind.OPENVSWITCH, List.of(Firmware.BIOS))
            .withNamespace(namespace)
            .withAccelerator(Accelerator.TCG);
    List<Requirement> needed = new ArrayList<>(Bmc.requirements(plan.firmware()));
    needed.addAll(
        SwitchedNetwork.plain(folder, new Namespace(namespace), "http://x", Narrator.SILENT)
            .requirements());
    List<Requirement> missing = Requirement.missing(needed);
    assumeTrue(missing.isEmpty(), () -> "not installed: " + missing);
  }

  @AfterEach
  void down() {
    if (Files.exists(new RackFolder(folder).file())) {
      Rack.open(folder, Narrator.SILENT).down(Logs.DELETE);
    }
  }

  private Rack up() {
    return Rack.up(plan, told::add);
  }

  @Test
  void theBmcObeysAndANodeAsksForDhcpOnceItIsInTheProvisioningVlan() throws IOException {
    Rack rack = up();
    assertThat(rack.ipmitool(1, "power", "status").output()).contains("Power is off");
    rack.ipmitool(1, "chassis", "bootdev", "pxe").output();
    vsctl(rack, "set", "port", "tap1", "tag=10");
    rack.ipmitool(1, "power", "on").output();
    assertThat(rack.ipmitool(1, "power", "status").output()).contains("Power is on");

    Path log = rack.folder().dhcpLog(Leg.PROVISIONING.label());
    String discover = "DHCPDISCOVER(prov0) " + rack.nodes().getFirst().mac();
    waiting.until("the DHCP request", BOOT, () -> text(log).contains(discover));
    waiting.until("a lease", BOOT, () -> !rack.leases().isEmpty());
    assertThat(rack.leases().getFirst().address()).startsWith("172.30.10.");
    assertThat(text(rack.folder().dhcpLog(Leg.TENANT.label()))).doesNotContain("DISCOVER");

    rack.ipmitool(1, "power", "off").output();
    assertThat(rack.ipmitool(1, "power", "status").output()).contains("Power is off");
  }

  @Test
  void aDeployedImageBootsInTheTenantVlan() throws IOException {
    TestImage image = TestImage.build();
    Rack rack = up();
    image.deploy(rack.folder().node(1).disk(), "inst1");
    vsctl(rack, "set", "port", "tap1", "tag=20");
    rack.ipmitool(1, "chassis", "bootdev", "disk").output();
    rack.ipmitool(1, "power", "on").output();

    assertThat(rack.console(1).await("INSTANCE UP", BOOT))
        .contains("INSTANCE UP inst1 ip=172.30.20.", "seed=/dev/vda2 fw=bios");
    assertThat(rack.leases()).extracting("hostname").containsExactly("inst1");
  }

  @Test
  void downLeavesNothingBehind() throws IOException {
    String links = Program.of("ip", "-o", "link").output();
    Rack rack = up();
    rack.ipmitool(1, "power", "on").output();
    List<Long> pids = pids(rack);
    assertThat(pids).hasSize(6);

    rack.down(Logs.DELETE);

    assertThat(pids).noneMatch(RackQemuTest::runs);
    assertThat(new Namespace(namespace).exists()).isFalse();
    assertThat(names(Program.of("ip", "-o", "link").output())).isEqualTo(names(links));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void upAgainRepairsWhatDied() {
    Rack rack = up();
    assertThat(up().status().complete()).isTrue();
    assertThat(told).anyMatch(line -> line.endsWith("is up already"));
    Daemon bmc = rack.daemons().getLast();
    bmc.stop(waiting);
    assertThat(rack.status().complete()).isFalse();

    up();

    assertThat(rack.status().complete()).isTrue();
    assertThat(told).anyMatch(line -> line.contains("repairing") && line.contains(bmc.name()));
  }

  @Test
  void aFailedStartStopsWhatItStarted() {
    // the switch and the DHCP servers run by then
    Path blocker = folder.resolve("nodes");
    TestImage.write(blocker, "a file where a folder must be");
    assertThatThrownBy(this::up).hasMessageContaining("node1");
    assertThat(new Namespace(namespace).exists()).isFalse();
    assertThat(new RackFolder(folder).file()).doesNotExist();
    assertThat(told).anyMatch(line -> line.startsWith("failed; stopping"));
  }

  private static void vsctl(Rack rack, String... words) {
    List<String> command = new ArrayList<>(List.of("ovs-vsctl"));
    command.add("--db=unix:" + rack.record().switchEndpoint());
    command.addAll(List.of(words));
    new Program(command).output();
  }

  private static List<Long> pids(Rack rack) {
    List<Long> all = new ArrayList<>();
    rack.daemons().forEach(daemon -> all.add(daemon.process().pid().orElseThrow()));
    all.add(rack.folder().node(1).qemu().pid().orElseThrow());
    return all;
  }

  /** Not for a zombie, which only waits to be buried. */
  private static boolean runs(long pid) {
    return Files.exists(Path.of("/proc", Long.toString(pid), "exe"));
  }

  private static List<String> names(String links) {
    return links.lines().map(line -> line.split(":", -1)[1]).toList();
  }

  private static String text(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
