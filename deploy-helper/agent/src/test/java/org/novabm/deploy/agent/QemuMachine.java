package org.novabm.deploy.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A machine that really boots, in QEMU without KVM. It has a network of its own, in which the
 * host's loopback is 10.0.2.2 and everything it sends comes from 127.0.0.1.
 */
final class QemuMachine implements AutoCloseable {

  private final Path console;
  private final Process qemu;

  /** With one disk. */
  QemuMachine(Path folder, Path disk, String script) throws IOException {
    this(
        folder,
        script,
        List.of("-drive", drive("d0", disk), "-device", "virtio-blk-pci,drive=d0,bootindex=2"));
  }

  /**
   * With these disks.
   *
   * @param disks options of QEMU
   */
  QemuMachine(Path folder, String script, List<String> disks) throws IOException {
    console = folder.resolve("console.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                "qemu-system-x86_64",
                "-machine",
                "q35",
                "-accel",
                "tcg,tb-size=128",
                "-m",
                "384",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-no-reboot",
                "-netdev",
                "user,id=n0,bootfile=" + script,
                "-device",
                "virtio-net-pci,netdev=n0,mac=" + Rack.MAC + ",bootindex=1",
                "-serial",
                "file:" + console));
    command.addAll(disks);
    qemu =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("qemu.log").toFile())
            .start();
  }

  static String drive(String id, Path file) {
    return "if=none,id=" + id + ",format=raw,cache=unsafe,discard=unmap,file=" + file;
  }

  /** Whether it switched itself off in time. */
  boolean isOffWithin(Duration limit) throws InterruptedException {
    return qemu.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  String console() throws IOException {
    return Files.exists(console) ? Files.readString(console, StandardCharsets.ISO_8859_1) : "";
  }

  @Override
  public void close() {
    qemu.destroyForcibly();
  }
}
