package org.novabm.rack.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;

/**
 * The smallest user image that is really booted: GPT, one partition, BIOS and UEFI. It takes its
 * host name from the config drive, an address by DHCP, and prints {@code INSTANCE UP host ip=...
 * seed=... fw=...} on the serial console.
 */
public final class UserImage {

  private static final int MIB = 1 << 20;
  private static final int SECTOR = 512;
  private static final Path BOOT_CODE = Path.of("/usr/lib/syslinux/mbr/gptmbr.bin");

  /** The boot code's room before the disk signature; UEFI 2.10, 5.2.1. */
  private static final int BOOT_CODE_BYTES = 440;

  private final int sizeMib;
  private final Path cache;
  private final Narrator narrator;

  /**
   * @param sizeMib 40 to 4096
   * @param cache keeps unpacked kernel packages, each in a folder of its name
   */
  public UserImage(int sizeMib, Path cache, Narrator narrator) {
    if (sizeMib < 40 || sizeMib > 4096) {
      throw new IllegalArgumentException(sizeMib + " MiB: the image has 40 to 4096");
    }
    this.sizeMib = sizeMib;
    this.cache = cache;
    this.narrator = narrator;
  }

  /** What must be installed to build one. */
  public static List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>(KernelPackage.REQUIREMENTS);
    all.addAll(Initramfs.REQUIREMENTS);
    all.addAll(BootPartition.REQUIREMENTS);
    all.add(new Requirement("sfdisk", "fdisk"));
    all.add(new Requirement(BOOT_CODE.toString(), "syslinux-common"));
    return all;
  }

  /**
   * Writes {@code user.img}, {@code user.img.gz} and {@code user.sha256} into a folder; old ones
   * are replaced at the very end. Root is not needed.
   *
   * @return where {@code user.img} is
   */
  public Path build(Path folder) {
    Requirement.check(requirements());
    KernelPackage kernel = KernelPackage.fetch(cache, narrator);
    narrator.say("building a %d MiB image with kernel %s".formatted(sizeMib, kernel.version()));
    try (Scratch scratch = Scratch.create()) {
      Path initramfs = scratch.file("initrd.gz");
      new Initramfs(kernel).write(initramfs, scratch.path());
      BootPartition partition = new BootPartition(scratch.file("fat"), MIB / SECTOR);
      partition.build(partitionBytes(), kernel.image(), initramfs, scratch.path());
      Files.createDirectories(folder);
      return publish(disk(partition.file(), folder), folder);
    } catch (IOException e) {
      throw new RackException("cannot build the image in " + folder, e);
    }
  }

  /** One MiB before it for the partition table, one after it for the table's copy. */
  private long partitionBytes() {
    return (sizeMib - 2L) * MIB;
  }

  private Path disk(Path partition, Path folder) throws IOException {
    Path disk = folder.resolve("user.img.new");
    Files.deleteIfExists(disk);
    try (RandomAccessFile empty = new RandomAccessFile(disk.toFile(), "rw")) {
      empty.setLength((long) sizeMib * MIB);
    }
    Program.of("sfdisk", "-q", disk.toString()).reading(partitionTable()).output();
    try (FileChannel target = FileChannel.open(disk, StandardOpenOption.WRITE)) {
      copy(BOOT_CODE, BOOT_CODE_BYTES, target, 0);
      copy(partition, partitionBytes(), target, MIB);
    }
    return disk;
  }

  private String partitionTable() {
    return """
        label: gpt
        unit: sectors
        first-lba: 34
        start=%d, size=%d, type=uefi, name=boot, attrs=LegacyBIOSBootable
        """
        .formatted(MIB / SECTOR, partitionBytes() / SECTOR);
  }

  private static void copy(Path file, long most, FileChannel target, long position)
      throws IOException {
    try (FileChannel source = FileChannel.open(file)) {
      long length = Math.min(most, source.size());
      long done = 0;
      target.position(position);
      while (done < length) {
        done += source.transferTo(done, length - done, target);
      }
    }
  }

  private Path publish(Path disk, Path folder) throws IOException {
    Path packed = folder.resolve("user.img.gz.new");
    Gzip.pack(disk, packed);
    String sums = FileDigest.of(disk) + "  user.img\n" + FileDigest.of(packed) + "  user.img.gz\n";
    Path image = folder.resolve("user.img");
    Files.move(disk, image, StandardCopyOption.REPLACE_EXISTING);
    Files.move(packed, folder.resolve("user.img.gz"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("user.sha256"), sums);
    narrator.say("wrote %s, user.img.gz and user.sha256".formatted(image));
    return image;
  }
}
