package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where kernel and ramdisk lie, and which machine has got how far with them. */
final class RamdiskFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RamdiskFiles.class);

  private final LineQuota missing = new LineQuota("files that are missing", 10, LOG::error);
  private final Path kernel;
  private final Path ramdisk;
  private final BootProgress progress;

  RamdiskFiles(Path kernel, Path ramdisk, BootProgress progress) {
    this.kernel = kernel;
    this.ramdisk = ramdisk;
    this.progress = progress;
  }

  Path path(RamdiskFile file) {
    return switch (file.part()) {
      case KERNEL -> kernel;
      case RAMDISK -> ramdisk;
      case BOOT_FILE -> throw new IllegalArgumentException("boot files are generated, not stored");
    };
  }

  /** Somebody at this address has all of it. */
  void fetched(RamdiskFile file, InetAddress client) {
    if (file.mac() != null) {
      progress.fetched(file.mac(), client, file.part());
    }
  }

  /** What a boot file would name in vain, with its setting; empty when all is there. */
  String lack() {
    for (BootPart part : List.of(BootPart.KERNEL, BootPart.RAMDISK)) {
      RamdiskFile file = new RamdiskFile(part, null);
      try (FileChannel content = FileChannel.open(path(file), StandardOpenOption.READ)) {
        if (!Files.isRegularFile(path(file))) {
          return text(file, "is not a file");
        }
        if (content.size() == 0) {
          return text(file, "is empty: build it with the ramdisk's build script");
        }
      } catch (IOException e) {
        return text(file, why(e));
      }
    }
    return "";
  }

  private String text(RamdiskFile file, String what) {
    String setting = file.part() == BootPart.KERNEL ? "deploy_kernel" : "deploy_ramdisk";
    return "%s = %s %s".formatted(setting, path(file), what);
  }

  private static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "is missing: build it with the ramdisk's build script"
        : "cannot be read: " + e;
  }

  /** It could not be given to who asked for it. */
  void unreadable(RamdiskFile file, InetAddress client, IOException why) {
    String text = text(file, why(why));
    missing.say(text);
    if (file.mac() != null) {
      progress.lacked(
          file.mac(), client, "it asked for its " + file.part().words + ", but " + text);
    }
  }
}
