package org.novabm.rack.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Waiting;

/**
 * Finds out whether KVM really runs a guest, by booting a kernel. That /dev/kvm opens, and even
 * makes virtual processors, proves nothing: some hosts stop at the first unusual instruction.
 */
public final class AcceleratorProbe {

  private static final Path DEVICE = Path.of("/dev/kvm");

  /** A kernel's first line takes one second where KVM works. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Narrator narrator;

  public AcceleratorProbe(Narrator narrator) {
    this.narrator = narrator;
  }

  /**
   * Boots the kernel with KVM and looks for its first line.
   *
   * @param kernel a bzImage, null when there is none; then the answer is TCG
   */
  public Accelerator probe(@Nullable Path kernel) {
    if (!Files.isWritable(DEVICE)) {
      return decided(Accelerator.TCG, DEVICE + " is not there or not ours to write");
    }
    if (kernel == null) {
      return decided(Accelerator.TCG, "no kernel to try KVM with; name one with --kernel");
    }
    try {
      Path folder = Files.createTempDirectory("novabm-probe");
      try {
        return boots(kernel, folder)
            ? decided(Accelerator.KVM, kernel + " booted")
            : decided(Accelerator.TCG, DEVICE + " is there, but " + kernel + " did not boot");
      } finally {
        deleteAll(folder);
      }
    } catch (IOException e) {
      throw new RackException("cannot probe KVM", e);
    }
  }

  private Accelerator decided(Accelerator accelerator, String reason) {
    narrator.say("accelerator %s: %s".formatted(accelerator, reason));
    return accelerator;
  }

  private boolean boots(Path kernel, Path folder) throws IOException {
    Path serial = folder.resolve("serial");
    List<String> command = new ArrayList<>(List.of(QemuCommand.PROGRAM, "-machine", "q35"));
    command.addAll(Accelerator.KVM.arguments());
    command.addAll(List.of("-m", "256", "-nodefaults", "-display", "none", "-no-reboot"));
    command.addAll(List.of("-net", "none", "-serial", "file:" + serial));
    command.addAll(List.of("-kernel", kernel.toString()));
    command.addAll(List.of("-append", "console=ttyS0 panic=-1"));
    OwnedProcess process = new OwnedProcess(folder.resolve("pid"), serial);
    Daemon guest = new Daemon("probe", command, Map.of(), process, folder.resolve("log"));
    Waiting waiting = new Waiting(narrator);
    guest.start();
    try {
      waiting.until("a kernel's first line", LIMIT, () -> said(serial) || !guest.alive());
    } catch (RackException.TimedOut e) {
      narrator.say("  the kernel printed nothing in " + LIMIT.toSeconds() + " s");
    } finally {
      guest.stop(waiting);
    }
    return said(serial);
  }

  private static boolean said(Path serial) {
    try {
      return Files.exists(serial)
          && Files.readString(serial, StandardCharsets.ISO_8859_1).contains("Linux version");
    } catch (IOException e) {
      return false;
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
