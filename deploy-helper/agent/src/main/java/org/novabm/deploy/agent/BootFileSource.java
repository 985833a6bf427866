package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.boot.BootFileName;
import org.novabm.deploy.tftp.FileSource;
import org.novabm.deploy.tftp.TftpContent;
import org.novabm.spi.MacAddress;

/**
 * What a machine fetches by TFTP to boot the ramdisk: its PXELINUX file, the kernel, the ramdisk.
 */
final class BootFileSource implements FileSource {

  private final BootDesk boot;
  private final BootText text;
  private final Path kernel;
  private final Path ramdisk;

  BootFileSource(BootDesk boot, BootText text, AgentSettings settings) {
    this.boot = boot;
    this.text = text;
    this.kernel = settings.kernel();
    this.ramdisk = settings.ramdisk();
  }

  @Override
  public @Nullable TftpContent open(String name, InetAddress client) throws IOException {
    if (BootFileName.parse(name) instanceof BootFileName.Pxelinux(MacAddress mac)) {
      return config(mac, client);
    }
    return switch (name.startsWith("/") ? name.substring(1) : name) {
      case BootText.KERNEL -> file(kernel);
      case BootText.RAMDISK -> file(ramdisk);
      default -> null;
    };
  }

  private @Nullable TftpContent config(MacAddress mac, InetAddress client) {
    @Nullable BootTicket ticket = boot.offer(mac, client);
    return ticket == null
        ? null
        : TftpContent.of(
            text.pxelinux(mac, ticket.secret()).bytes(), () -> boot.acknowledged(ticket));
  }

  private static @Nullable TftpContent file(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return null;
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return TftpContent.of(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
