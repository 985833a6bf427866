package org.novabm.rack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.novabm.rack.image.UserImage;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;

/**
 * The user image on a machine's disk, as a deployment leaves it.
 *
 * @param file a raw image
 */
record TestImage(Path file) {

  private static final Path CACHE =
      Path.of(Objects.requireNonNull(System.getProperty("novabm.checkout")), "target/cache");

  /** Builds it with the kernel of the checkout's cache; skips the test when there is none. */
  static TestImage build() throws IOException {
    List<Requirement> missing = Requirement.missing(UserImage.requirements());
    assumeTrue(missing.isEmpty(), () -> "not installed: " + missing);
    Path folder = Files.createDirectories(CACHE.resolve("user-image"));
    try {
      return new TestImage(new UserImage(64, CACHE, Narrator.SILENT).build(folder));
    } catch (RackException e) {
      assumeTrue(!noKernel(e), () -> "no kernel package to be had: " + e.getMessage());
      throw e;
    }
  }

  private static boolean noKernel(RackException failure) {
    return String.valueOf(failure.getMessage()).contains("'apt-");
  }

  /** Writes it to a disk, with a config drive behind it that names the host. */
  void deploy(Path disk, String hostname) throws IOException {
    try (FileChannel source = FileChannel.open(file);
        FileChannel target = FileChannel.open(disk, StandardOpenOption.WRITE)) {
      source.transferTo(0, source.size(), target);
    }
    Path drive = configDrive(disk.resolveSibling("config"), hostname);
    int start = 70 * 2048;
    Program.of("sfdisk", "-q", "--append", disk.toString())
        .reading("start=%d, size=8MiB, type=linux, name=config-2%n".formatted(start))
        .output();
    try (FileChannel source = FileChannel.open(drive);
        FileChannel target = FileChannel.open(disk, StandardOpenOption.WRITE)) {
      target.position(start * 512L);
      source.transferTo(0, source.size(), target);
    }
  }

  private static Path configDrive(Path folder, String hostname) throws IOException {
    assumeTrue(
        new Requirement("xorriso", "xorriso").isMet(),
        "xorriso is not installed (Debian package xorriso)");
    Path content = Files.createDirectories(folder.resolve("openstack/latest"));
    write(content.resolve("meta_data.json"), "{\"hostname\":\"" + hostname + "\"}\n");
    Path drive = folder.resolveSibling("config.iso");
    Program.of(
            "xorriso",
            "-as",
            "mkisofs",
            "-quiet",
            "-R",
            "-J",
            "-V",
            "config-2",
            "-o",
            drive.toString(),
            folder.toString())
        .output();
    return drive;
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
