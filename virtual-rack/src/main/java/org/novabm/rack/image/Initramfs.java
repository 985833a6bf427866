package org.novabm.rack.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;

/**
 * The image's whole system: busybox, drivers for virtual machines, and our init.
 *
 * @param kernel whose drivers it has
 */
record Initramfs(KernelPackage kernel) {

  static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("/bin/busybox", "busybox-static"),
          new Requirement("modprobe", "kmod"),
          new Requirement("cpio", "cpio"));

  private static final List<String> FOLDERS =
      List.of(
          "bin",
          "sbin",
          "etc",
          "proc",
          "sys",
          "dev",
          "run",
          "tmp",
          "mnt",
          "lib/modules",
          "usr/bin",
          "usr/sbin");

  private static final List<String> MODULES =
      List.of(
          "virtio_pci",
          "virtio_net",
          "virtio_blk",
          "virtio_scsi",
          "sd_mod",
          "isofs",
          "vfat",
          "nls_ascii",
          "nls_cp437");

  /** Writes it as a gzip-packed cpio archive; kernel's initramfs-buffer-format. */
  void write(Path archive, Path work) {
    try {
      Path root = Files.createDirectories(work.resolve("initramfs"));
      for (String folder : FOLDERS) {
        Files.createDirectories(root.resolve(folder));
      }
      Files.copy(Path.of("/bin/busybox"), root.resolve("bin/busybox"));
      Files.createSymbolicLink(root.resolve("bin/sh"), Path.of("busybox"));
      script("init", root.resolve("init"));
      script("udhcpc.script", root.resolve("etc/udhcpc.script"));
      copyModules(root);
      pack(root, archive);
    } catch (IOException e) {
      throw new RackException("cannot build the initramfs", e);
    }
  }

  private static void script(String resource, Path file) throws IOException {
    try (InputStream text = Initramfs.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(text, resource), file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void copyModules(Path root) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    MODULES.forEach(module -> files.addAll(kernel.moduleFiles(module)));
    for (Path file : files) {
      Files.copy(file, root.resolve("lib/modules").resolve(file.getFileName()));
    }
    Files.writeString(
        root.resolve("etc/modules"),
        files.stream().map(file -> file.getFileName() + "\n").collect(Collectors.joining()));
  }

  private static void pack(Path root, Path archive) throws IOException {
    Path plain = archive.resolveSibling("initramfs.cpio");
    try (Stream<Path> tree = Files.walk(root)) {
      String names =
          tree.map(file -> "./" + root.relativize(file))
              .sorted()
              .collect(Collectors.joining("\n", "", "\n"));
      Program.of("cpio", "-o", "-H", "newc", "--owner=0:0", "--quiet", "-O", plain.toString())
          .in(root)
          .reading(names)
          .output();
    }
    Gzip.pack(plain, archive);
  }
}
