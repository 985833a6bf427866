package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private final RamdiskFiles files;

  BootFileSource(BootDesk boot, BootText text, RamdiskFiles files) {
    this.boot = boot;
    this.text = text;
    this.files = files;
  }

  @Override
  public @Nullable TftpContent open(String name, InetAddress client) throws IOException {
    if (BootFileName.parse(name) instanceof BootFileName.Pxelinux(MacAddress mac)) {
      return config(mac, client);
    }
    @Nullable RamdiskFile file = RamdiskFile.parse(name);
    return file == null ? null : content(file, client);
  }

  private @Nullable TftpContent config(MacAddress mac, InetAddress client) {
    @Nullable BootTicket ticket = boot.offer(mac, client);
    return ticket == null
        ? null
        : TftpContent.of(
            text.pxelinux(mac, ticket.secret()).bytes(), () -> boot.acknowledged(ticket));
  }

  private @Nullable TftpContent content(RamdiskFile file, InetAddress client) throws IOException {
    Path path = files.path(file);
    try {
      if (!Files.isRegularFile(path)) {
        throw new NoSuchFileException(path.toString());
      }
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return TftpContent.of(channel, () -> files.fetched(file, client));
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      // by a datagram, whose sender may be anybody: nothing is written down of it
      files.unreadable(new RamdiskFile(file.part(), null), client, e);
      return null;
    }
  }
}
