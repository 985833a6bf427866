package org.novabm.rack.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.novabm.rack.process.RackException;
import org.novabm.spi.power.Firmware;

/** Writes what a machine and its BMC read from disk. */
public final class MachineFiles {

  private static final String HOOK = "bmc-hook.sh";

  private MachineFiles() {}

  /**
   * Writes the program that ipmi_sim calls for power and boot device.
   *
   * @return where it is
   */
  public static Path writeHook(Path folder) {
    Path hook = folder.resolve(HOOK);
    try (InputStream text = MachineFiles.class.getResourceAsStream(HOOK)) {
      Files.copy(Objects.requireNonNull(text, HOOK), hook, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
      return hook;
    } catch (IOException e) {
      throw new RackException("cannot write " + hook, e);
    }
  }

  /** Writes a machine's files; a disk, boot device and firmware variables that exist are kept. */
  public static void write(Machine machine, NodeFolder folder, Path hook, Accelerator accelerator) {
    try {
      Files.createDirectories(folder.bmcState());
      createDisk(folder.disk(), machine.diskMib());
      if (machine.firmware() == Firmware.UEFI && !Files.exists(folder.firmwareVariables())) {
        Files.copy(Path.of(QemuCommand.OVMF_VARIABLES), folder.firmwareVariables());
      }
      if (!Files.exists(folder.boot())) {
        Files.writeString(folder.boot(), BootOrder.DISK.word() + "\n");
      }
      QemuCommand command = new QemuCommand(machine, folder, accelerator);
      for (BootOrder order : BootOrder.values()) {
        Files.write(folder.arguments(order), command.arguments(order));
      }
      Files.writeString(folder.emulation(), BmcConfiguration.EMULATION);
      writePrivate(
          folder.lanConfiguration(),
          BmcConfiguration.lan(machine, folder, hook, Bmc.USER, Bmc.PASSWORD));
      writePrivate(folder.password(), Bmc.PASSWORD.reveal() + "\n");
    } catch (IOException e) {
      throw new RackException("cannot write the files of " + machine.name(), e);
    }
  }

  private static void createDisk(Path disk, int mib) throws IOException {
    if (!Files.exists(disk)) {
      try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
        file.setLength((long) mib << 20);
      }
    }
  }

  private static void writePrivate(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }
}
