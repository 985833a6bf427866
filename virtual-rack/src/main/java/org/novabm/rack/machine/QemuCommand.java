package org.novabm.rack.machine;

import java.util.ArrayList;
import java.util.List;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.power.Firmware;

/** The command line of one machine. */
final class QemuCommand {

  static final String PROGRAM = "qemu-system-x86_64";
  static final String OVMF_CODE = "/usr/share/OVMF/OVMF_CODE_4M.fd";
  static final String OVMF_VARIABLES = "/usr/share/OVMF/OVMF_VARS_4M.fd";

  static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement(PROGRAM, "qemu-system-x86"),
          new Requirement("/usr/lib/ipxe/qemu/pxe-virtio.rom", "ipxe-qemu"));

  static final List<Requirement> UEFI_REQUIREMENTS =
      List.of(new Requirement(OVMF_CODE, "ovmf"), new Requirement(OVMF_VARIABLES, "ovmf"));

  private static final String WITHOUT_OFFLOADS =
      ",csum=off,guest_csum=off,gso=off,host_tso4=off,host_tso6=off,host_ecn=off,host_ufo=off"
          + ",guest_tso4=off,guest_tso6=off,guest_ecn=off,guest_ufo=off";

  private final Machine machine;
  private final NodeFolder folder;
  private final Accelerator accelerator;

  QemuCommand(Machine machine, NodeFolder folder, Accelerator accelerator) {
    this.machine = machine;
    this.folder = folder;
    this.accelerator = accelerator;
  }

  /** The program and its arguments, the network card before or behind the disk. */
  List<String> arguments(BootOrder order) {
    List<String> all = new ArrayList<>(List.of(PROGRAM, "-name", machine.name()));
    all.addAll(List.of("-uuid", machine.uuid().toString(), "-machine", "q35"));
    all.addAll(accelerator.arguments());
    all.addAll(List.of("-smp", "1", "-m", Integer.toString(machine.memoryMib())));
    all.addAll(List.of("-nodefaults", "-no-user-config", "-display", "none"));
    all.addAll(firmware());
    all.addAll(List.of("-netdev", network(), "-device", card(order)));
    all.addAll(disk());
    all.addAll(List.of("-device", "virtio-rng-pci"));
    all.addAll(console());
    all.addAll(ipmi());
    all.addAll(List.of("-qmp", "unix:" + folder.qmp() + ",server=on,wait=off"));
    return all;
  }

  private List<String> firmware() {
    String flash = "if=pflash,format=raw,unit=";
    return switch (machine.firmware()) {
      case BIOS -> List.of();
      case UEFI ->
          List.of(
              "-drive",
              flash + "0,readonly=on,file=" + OVMF_CODE,
              "-drive",
              flash + "1,file=" + folder.firmwareVariables());
    };
  }

  private String network() {
    return switch (machine.link()) {
      case Link.Tap tap -> "tap,id=n0,ifname=%s,script=no,downscript=no".formatted(tap.device());
      case Link.User user -> "user,id=n0,bootfile=" + commas(user.bootFile()) + fence(user);
    };
  }

  /**
   * Restricted, QEMU lets nothing out but forwards that are named, and none may go to its own
   * address. So the host's address moves away and the forward takes its place.
   */
  private static String fence(Link.User user) {
    return user.onlyPort() == null
        ? ""
        : ",restrict=on,host=10.0.2.254,dns=10.0.2.253,guestfwd=tcp:10.0.2.2:%d-cmd:socat - tcp:127.0.0.1:%d"
            .formatted(user.onlyPort(), user.onlyPort());
  }

  private static String commas(String value) {
    return value.replace(",", ",,");
  }

  /**
   * The card computes no checksums and cuts no segments for its driver: on a tap nobody does it in
   * its place. The userspace datapath of Open vSwitch passes such a frame on as it is, and the
   * other end drops it for its wrong checksum. Firmware computes its own, so it would boot, and
   * only the operating system would never get through.
   */
  private String card(BootOrder order) {
    return "virtio-net-pci,netdev=n0,mac=%s,id=nic0,bootindex=%d%s"
        .formatted(machine.mac(), order.cardIndex(), WITHOUT_OFFLOADS);
  }

  private List<String> disk() {
    return List.of(
        "-drive",
        "if=none,id=d0,file=" + folder.disk() + ",format=raw,cache=unsafe,discard=unmap",
        "-device",
        "virtio-blk-pci,drive=d0,id=disk0,bootindex=2");
  }

  private List<String> console() {
    return List.of(
        "-chardev",
        "socket,id=con,host=%s,port=%d,server=on,wait=off,logfile=%s,logappend=on"
            .formatted(machine.bmc().address(), machine.bmc().console(), folder.consoleLog()),
        "-serial",
        "chardev:con");
  }

  private List<String> ipmi() {
    return List.of(
        "-chardev",
        "socket,id=ipmi0,host=%s,port=%d,reconnect=2"
            .formatted(machine.bmc().address(), machine.bmc().serial()),
        "-device",
        "ipmi-bmc-extern,id=bmc0,chardev=ipmi0",
        "-device",
        "isa-ipmi-kcs,bmc=bmc0");
  }

  /** What must be installed for machines with the given firmware. */
  static List<Requirement> requirements(Iterable<Firmware> firmware) {
    List<Requirement> all = new ArrayList<>(REQUIREMENTS);
    for (Firmware one : firmware) {
      if (one == Firmware.UEFI) {
        all.addAll(UEFI_REQUIREMENTS);
      }
    }
    return all.stream().distinct().toList();
  }
}
