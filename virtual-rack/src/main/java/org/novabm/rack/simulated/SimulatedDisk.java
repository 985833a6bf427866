package org.novabm.rack.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A disk in a sparse file; the config drive lies 16 MiB before its end, where the real agent puts
 * its partition.
 */
final class SimulatedDisk {

  private static final int MIB = 1 << 20;
  private static final int DRIVE = 16 * MIB;
  private static final Pattern HOSTNAME =
      Pattern.compile("\"hostname\"\\s*:\\s*\"([^\"]{1,255})\"");

  private final Path file;
  private final long size;

  SimulatedDisk(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  long size() {
    return size;
  }

  /** Writes from the start of the disk; tells how far it is now and then. */
  long write(InputStream image, LongConsumer progress) throws IOException {
    byte[] block = new byte[MIB];
    long written = 0;
    try (FileChannel disk = open()) {
      int read;
      while ((read = image.readNBytes(block, 0, block.length)) > 0) {
        disk.write(ByteBuffer.wrap(block, 0, read), written);
        written += read;
        progress.accept(written);
      }
      disk.force(true);
    }
    return written;
  }

  /** The digest of so many bytes from an offset on. */
  String sha256(long from, long bytes) throws IOException {
    try (FileChannel disk = open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer block = ByteBuffer.allocate(MIB);
      for (long at = 0; at < bytes; at += block.limit()) {
        block.clear().limit((int) Math.min(MIB, bytes - at));
        disk.read(block, from + at);
        digest.update(block.array(), 0, block.limit());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void writeConfigDrive(byte[] drive) throws IOException {
    try (FileChannel disk = open()) {
      disk.write(ByteBuffer.wrap(drive), size - DRIVE);
      disk.write(ByteBuffer.wrap(new byte[] {0}), size - 1);
    }
  }

  /** The host name of the config drive, or null when there is nothing to boot. */
  @Nullable String hostname() {
    try (FileChannel disk = open()) {
      ByteBuffer start = ByteBuffer.allocate(512);
      disk.read(start, 0);
      boolean bootable = start.get(510) == 0x55 && start.get(511) == (byte) 0xaa;
      ByteBuffer drive = ByteBuffer.allocate(DRIVE);
      disk.read(drive, Math.max(0, size - DRIVE));
      Matcher found = HOSTNAME.matcher(new String(drive.array(), StandardCharsets.ISO_8859_1));
      return bootable && found.find() ? found.group(1) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("disk " + file + " cannot be read", e);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
