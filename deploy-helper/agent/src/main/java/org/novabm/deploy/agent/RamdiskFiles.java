package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
      case BOOT_FILE -> throw new IllegalArgumentException("boot files are made, they do not lie");
    };
  }

  /** Somebody at this address has all of it. */
  void fetched(RamdiskFile file, InetAddress client) {
    if (file.mac() != null) {
      progress.fetched(file.mac(), client, file.part());
    }
  }

  /** It could not be given to who asked for it. */
  void unreadable(RamdiskFile file, InetAddress client, IOException why) {
    String setting = file.part() == BootPart.KERNEL ? "deploy_kernel" : "deploy_ramdisk";
    String text =
        why instanceof NoSuchFileException
            ? "%s = %s is missing: build it with the ramdisk's build script"
                .formatted(setting, path(file))
            : "%s = %s cannot be read: %s".formatted(setting, path(file), why);
    missing.say(text);
    if (file.mac() != null) {
      progress.lacked(
          file.mac(), client, "it asked for its " + file.part().words + ", but " + text);
    }
  }
}
