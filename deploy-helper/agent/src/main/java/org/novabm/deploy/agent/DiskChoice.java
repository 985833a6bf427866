package org.novabm.deploy.agent;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a machine's disks is written: the one that the node's record means. The record has a
 * size alone, so it is the smallest disk of at least that; of equal ones the first. When none is so
 * large the record is wrong, and the largest is the nearest to it.
 *
 * @param remark what an operator should know of the choice; null when there was none
 */
record DiskChoice(SeenDisk disk, @Nullable String remark) {

  private static final Comparator<SeenDisk> BY_SIZE = Comparator.comparingLong(SeenDisk::bytes);

  private static final double GB = 1e9;
  private static final double GIB = 1 << 30;

  /**
   * Chooses.
   *
   * @param disks one or more, always in the same order
   * @param onRecord bytes of the disk on record
   */
  static DiskChoice of(List<SeenDisk> disks, long onRecord) {
    Optional<SeenDisk> fitting = disks.stream().filter(disk -> holds(disk, onRecord)).min(BY_SIZE);
    SeenDisk disk = fitting.orElseGet(() -> disks.stream().max(BY_SIZE).orElseThrow());
    String size = text(onRecord);
    if (disks.size() > 1) {
      return new DiskChoice(
          disk,
          "the image goes to %s of %s, the %s of %d disks %s the %s on record"
              .formatted(
                  disk.name(),
                  text(disk.bytes()),
                  fitting.isPresent() ? "smallest" : "largest",
                  disks.size(),
                  fitting.isPresent() ? "that holds" : "of which none holds",
                  size));
    }
    return new DiskChoice(
        disk,
        fitting.isPresent()
            ? null
            : "the only disk, %s of %s, is smaller than the %s on record; correct the node's local_gb"
                .formatted(disk.name(), text(disk.bytes()), size));
  }

  /** Makers count in thousands, and people write down what stands on the disk. */
  private static boolean holds(SeenDisk disk, long onRecord) {
    return disk.bytes() >= onRecord / GIB * GB;
  }

  private static String text(long bytes) {
    return bytes < GIB ? (bytes >> 20) + " MiB" : (bytes >> 30) + " GiB";
  }
}
