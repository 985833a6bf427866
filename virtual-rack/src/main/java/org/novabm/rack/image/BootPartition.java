package org.novabm.rack.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;

/**
 * The image's only partition: a FAT file system in a file of its own, with SYSLINUX for BIOS and
 * GRUB for UEFI. Made with mtools: nothing is mounted, so no rights are needed.
 *
 * @param file the file system, exactly as large as the partition
 * @param sectorsBefore its distance from the disk's start, which SYSLINUX reads in the file system
 */
record BootPartition(Path file, int sectorsBefore) {

  static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("mkfs.vfat", "dosfstools"),
          new Requirement("mcopy", "mtools"),
          new Requirement("mmd", "mtools"),
          new Requirement("syslinux", "syslinux"),
          new Requirement("grub-mkstandalone", "grub-common"),
          new Requirement("/usr/lib/grub/x86_64-efi", "grub-efi-amd64-bin"));

  private static final String KERNEL_LINE = "console=ttyS0 quiet mitigations=off";
  private static final String GRUB_MODULES = "part_gpt fat search search_fs_file linux normal";

  private static final String SYSLINUX_CONFIGURATION =
      """
      SERIAL 0 115200
      DEFAULT linux
      PROMPT 0
      TIMEOUT 1
      LABEL linux
       KERNEL /vmlinuz
       INITRD /initrd.gz
       APPEND %s
      """
          .formatted(KERNEL_LINE);

  private static final String GRUB_CONFIGURATION =
      """
      search --no-floppy --set=root --file /vmlinuz
      linux /vmlinuz %s
      initrd /initrd.gz
      boot
      """
          .formatted(KERNEL_LINE);

  void build(long bytes, Path kernel, Path initramfs, Path work) throws IOException {
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength(bytes);
    }
    Program.of("mkfs.vfat", "-h", Integer.toString(sectorsBefore), "-n", "USERIMG", text(file))
        .output();
    Path syslinux = Files.writeString(work.resolve("syslinux.cfg"), SYSLINUX_CONFIGURATION);
    mtool("mmd", "::/EFI", "::/EFI/BOOT");
    mtool("mcopy", text(kernel), "::/vmlinuz");
    mtool("mcopy", text(initramfs), "::/initrd.gz");
    mtool("mcopy", text(syslinux), "::/syslinux.cfg");
    mtool("mcopy", text(grub(work)), "::/EFI/BOOT/BOOTX64.EFI");
    Program.of("syslinux", "--install", text(file)).output();
  }

  private static Path grub(Path work) throws IOException {
    Path configuration = Files.writeString(work.resolve("grub.cfg"), GRUB_CONFIGURATION);
    Path program = work.resolve("BOOTX64.EFI");
    Program.of(
            "grub-mkstandalone",
            "-O",
            "x86_64-efi",
            "-o",
            text(program),
            "--modules=" + GRUB_MODULES,
            "--install-modules=" + GRUB_MODULES,
            "--locales=",
            "--fonts=",
            "--themes=",
            "boot/grub/grub.cfg=" + configuration)
        .output();
    return program;
  }

  private void mtool(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-i", text(file)));
    command.addAll(List.of(arguments));
    // mtools finds fault with a file system whose geometry is not a floppy disk's
    new Program(command).with(Map.of("MTOOLS_SKIP_CHECK", "1")).output();
  }

  private static String text(Path path) {
    return path.toString();
  }
}
