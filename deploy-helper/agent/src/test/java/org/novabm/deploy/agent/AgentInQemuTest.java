package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.image.ConfigDriveIso;
import org.novabm.spi.deploy.DeployOrder;

/** The ramdisk that the build script makes, on a machine that boots it by iPXE. */
@Tag("qemu")
class AgentInQemuTest {

  /** One run takes about 10 s on a calm machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private static final Path BUILT = Path.of("target", "ramdisk").toAbsolutePath();

  private static final Map<String, byte[]> CONFIG =
      Map.of("openstack/latest/user_data", "#cloud-config\n".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;
  private Rack rack;
  private Path disk;
  private String base;

  @BeforeAll
  static void buildRamdisk() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
        "qemu-system-x86_64 is not installed (Debian package qemu-system-x86)");
    Process build =
        new ProcessBuilder("src/main/ramdisk/build", BUILT.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = build.waitFor();
    boolean lacksPackage =
        said.contains("is missing: install")
            || said.contains("package lists")
            || said.contains("cannot download");
    assumeTrue(!lacksPackage, said);
    assertThat(status).as(said).isZero();
    assertThat(
            Files.size(BUILT.resolve("deploy.vmlinuz"))
                + Files.size(BUILT.resolve("deploy.initrd")))
        .isLessThan(25L << 20);
  }

  @BeforeEach
  void open() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    base = "http://10.0.2.2:" + port;
    rack =
        new Rack(
            folder,
            Map.of(
                "http_port", Integer.toString(port),
                "base_url", base,
                "deploy_kernel", BUILT.resolve("deploy.vmlinuz").toString(),
                "deploy_ramdisk", BUILT.resolve("deploy.initrd").toString()));
    disk = folder.resolve("disk");
    // what an earlier owner left
    byte[] old = new byte[1 << 20];
    Arrays.fill(old, (byte) 'x');
    try (OutputStream to = Files.newOutputStream(disk)) {
      for (long i = 0; i < Rack.DISK; i += old.length) {
        to.write(old);
      }
    }
  }

  @AfterEach
  void close() {
    rack.close();
  }

  private AgentContact deployed(DeployOrder order) throws IOException, InterruptedException {
    return deployed(order, () -> {});
  }

  /** What happens beside it, once the machine is switched on. */
  private interface Meanwhile {
    void happens() throws IOException, InterruptedException;
  }

  private AgentContact deployed(DeployOrder order, Meanwhile meanwhile)
      throws IOException, InterruptedException {
    rack.prepare(order);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    try (QemuMachine machine = new QemuMachine(folder, disk, script())) {
      return contactOnceOff(order, machine, meanwhile);
    }
  }

  private String script() {
    return base + "/boot.ipxe?mac=" + Rack.MAC;
  }

  private AgentContact contactOnceOff(DeployOrder order, QemuMachine machine, Meanwhile meanwhile)
      throws IOException, InterruptedException {
    meanwhile.happens();
    boolean off = machine.isOffWithin(PATIENCE);
    assertThat(off).as(machine.console()).isTrue();
    assertThat(machine.console()).contains("AGENT: ");
    return rack.contact(order);
  }

  /** Random bytes with a partition table, the first partition at 1 MiB. */
  private byte[] image(String label, int bytes) throws IOException, InterruptedException {
    byte[] content = new byte[bytes];
    new Random(7).nextBytes(content);
    Arrays.fill(content, 0, 1 << 20, (byte) 0);
    Arrays.fill(content, bytes - (1 << 20), bytes, (byte) 0);
    Path file = Files.write(folder.resolve(label), content);
    sfdisk(file, "label: " + label + "\nstart=2048, size=2048\n", "-q");
    return Files.readAllBytes(file);
  }

  private static String sfdisk(Path file, String input, String option)
      throws IOException, InterruptedException {
    Process sfdisk =
        new ProcessBuilder("/usr/sbin/sfdisk", option, file.toString())
            .redirectErrorStream(true)
            .start();
    try (OutputStream to = sfdisk.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.US_ASCII));
    }
    String said = new String(sfdisk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(sfdisk.waitFor()).as(said).isZero();
    return said;
  }

  private byte[] onDisk(long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "r")) {
      file.seek(from);
      file.readFully(bytes);
    }
    return bytes;
  }

  private void holdsConfigDriveInPartition(String second, DeployOrder order)
      throws IOException, InterruptedException {
    String table = sfdisk(disk, "", "-d");
    Matcher partition =
        Pattern.compile(second + " : start= *([0-9]+), size= *32768, type=([^,\n]+)")
            .matcher(table);
    assertThat(partition.find()).as(table).isTrue();
    byte[] drive = ConfigDriveIso.image(order.configDrive());
    assertThat(onDisk(Long.parseLong(partition.group(1)) * 512, drive.length)).isEqualTo(drive);
  }

  @Test
  void a_raw_image_is_on_the_disk_to_the_byte() throws Exception {
    byte[] image = Arrays.copyOf(image("dos", 9 << 20), (9 << 20) - 100);
    rack.write("images/raw.img", image);

    AgentContact contact = deployed(Rack.order("raw", Map.of()));

    assertThat(contact.phase()).as(contact.toString()).isEqualTo(Phase.DONE);
    assertThat(contact.bytes()).isEqualTo(image.length);
    assertThat(onDisk(0, image.length)).isEqualTo(image);
    assertThat(onDisk(Rack.DISK - (16 << 20), 16 << 20)).containsOnly(0);
    // what the former tenant wrote between the two
    int between = (int) Rack.DISK - (16 << 20) - image.length;
    assertThat(Arrays.mismatch(onDisk(image.length, between), new byte[between])).isEqualTo(-1);
    assertThat(Dossier.of(contact).readBack()).hasSize(3);
    assertThat(contact.note()).isNull();
  }

  /**
   * Linux shows an NVMe disk of a subsystem twice: the disk, and hidden the path to it. The others
   * are too small, write protected, or larger than the one on record.
   */
  @Test
  void ofManyDisksTheOneOnRecordIsWritten() throws Exception {
    byte[] image = image("dos", 3 << 20);
    rack.write("images/many.img", image);
    DeployOrder order = Rack.order("many", Map.of());
    rack.prepare(order);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    List<String> disks = new ArrayList<>();
    disks.addAll(virtio("small", Rack.DISK / 2, ""));
    disks.addAll(virtio("locked", Rack.DISK, ",readonly=on"));
    disks.addAll(virtio("large", 2 * Rack.DISK, ""));
    disks.addAll(
        List.of(
            "-drive", QemuMachine.drive("d0", disk),
            "-device", "nvme-subsys,id=s0",
            "-device", "nvme,id=n1,subsys=s0,serial=one",
            "-device", "nvme-ns,bus=n1,drive=d0,nsid=1"));

    AgentContact contact;
    try (QemuMachine machine = new QemuMachine(folder, script(), disks)) {
      contact = contactOnceOff(order, machine, () -> {});
    }

    assertThat(contact.phase()).as(contact.toString()).isEqualTo(Phase.DONE);
    assertThat(contact.note())
        .contains(
            "the image goes to nvme0n1 of 64 MiB, the smallest of 3 disks that holds the 64 MiB on record");
    assertThat(onDisk(0, image.length)).isEqualTo(image);
  }

  private List<String> virtio(String name, long bytes, String more) throws IOException {
    Path file = folder.resolve("disk-" + name);
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(bytes);
    }
    return List.of(
        "-drive", QemuMachine.drive(name, file) + more, "-device", "virtio-blk-pci,drive=" + name);
  }

  @Test
  void a_packed_image_with_a_gpt_gets_a_config_drive_behind_it() throws Exception {
    byte[] image = image("gpt", 20 << 20);
    try (OutputStream to =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("images/gpt.img.gz")))) {
      to.write(image);
    }
    DeployOrder order = Rack.order("gpt", CONFIG);

    AgentContact contact = deployed(order);

    assertThat(contact.phase()).as(contact.toString()).isEqualTo(Phase.DONE);
    int most = (19 << 20) - (1 << 20);
    assertThat(onDisk(1 << 20, most)).isEqualTo(Arrays.copyOfRange(image, 1 << 20, 19 << 20));
    holdsConfigDriveInPartition(disk + "2", order);
    // the copy of the table moved to the end of the larger disk
    assertThat(new String(onDisk(Rack.DISK - 512, 8), StandardCharsets.US_ASCII))
        .isEqualTo("EFI PART");
  }

  @Test
  void an_image_with_an_mbr_gets_a_config_drive_behind_it() throws Exception {
    byte[] image = image("dos", 5 << 20);
    rack.write("images/mbr.img", image);
    DeployOrder order = Rack.order("mbr", CONFIG);

    AgentContact contact = deployed(order);

    assertThat(contact.phase()).as(contact.toString()).isEqualTo(Phase.DONE);
    assertThat(onDisk(512, image.length - 512))
        .isEqualTo(Arrays.copyOfRange(image, 512, image.length));
    holdsConfigDriveInPartition(disk + "2", order);
  }

  @Test
  void an_agent_that_cannot_go_on_says_why() throws Exception {
    rack.write("images/bare.img", new byte[3 << 20]);

    AgentContact contact = deployed(Rack.order("bare", CONFIG));

    assertThat(contact.phase()).isEqualTo(Phase.FAILED);
    assertThat(contact.reason())
        .isEqualTo("the image has no partition table, so a config drive has no place on the disk");
  }

  @Test
  void an_agent_that_is_turned_away_asks_for_its_boot_file_again() throws Exception {
    byte[] image = image("dos", 3 << 20);
    rack.write("images/again.img", image);
    DeployOrder order = Rack.order("again", Map.of());

    AgentContact contact =
        deployed(
            order,
            () -> {
              rack.await(order, seen -> seen.phase() == Phase.BOOTING, PATIENCE);
              try (Machine same = new Machine(rack.address(), "127.0.0.1")) {
                for (int i = 0; i < 4; i++) {
                  same.secret();
                }
              }
            });

    assertThat(contact.phase()).as(contact.toString()).isEqualTo(Phase.DONE);
    assertThat(contact.note()).contains("a call for this machine from 127.0.0.1 was refused");
    assertThat(onDisk(0, image.length)).isEqualTo(image);
  }
}
