package org.novabm.rack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.RackException;

/**
 * The files of one machine. The hook script knows the same names.
 *
 * @param path the folder, absolute
 */
public record NodeFolder(Path path) {

  /** The machine's only disk, a raw and sparse file. */
  public Path disk() {
    return path.resolve("disk.img");
  }

  /** Everything the serial port printed; a line {@code ==== power on} starts each power on. */
  public Path consoleLog() {
    return path.resolve("console.log");
  }

  /** Where in the console log the latest power on starts, in decimal. */
  Path consoleStart() {
    return path.resolve("console.start");
  }

  /** One line per order the BMC got. */
  public Path bmcLog() {
    return path.resolve("bmc.log");
  }

  /** The BMC's password, one line, for {@code ipmitool -f}. */
  public Path password() {
    return path.resolve("bmc.password");
  }

  /** Holds a word of {@link BootOrder}; the hook writes it. */
  Path boot() {
    return path.resolve("boot");
  }

  /** What the BMC was last told; the disk when nothing. */
  public BootOrder bootOrder() {
    try {
      String word = Files.exists(boot()) ? Files.readString(boot()).strip() : "";
      return word.equals(BootOrder.NETWORK.word()) ? BootOrder.NETWORK : BootOrder.DISK;
    } catch (IOException e) {
      throw new RackException("cannot read " + boot(), e);
    }
  }

  Path firmwareVariables() {
    return path.resolve("vars.fd");
  }

  Path qmp() {
    return path.resolve("qmp");
  }

  Path arguments(BootOrder order) {
    return path.resolve("boot-" + order.word() + ".args");
  }

  Path lanConfiguration() {
    return path.resolve("lan.conf");
  }

  Path emulation() {
    return path.resolve("bmc.emu");
  }

  Path bmcState() {
    return path.resolve("ipmi-state");
  }

  /** The running machine itself. */
  public OwnedProcess qemu() {
    return new OwnedProcess(path.resolve("qemu.pid"), disk());
  }

  OwnedProcess bmc() {
    return new OwnedProcess(path.resolve("ipmi_sim.pid"), lanConfiguration());
  }
}
