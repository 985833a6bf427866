package org.novabm.node;

/**
 * What a node has.
 *
 * @param cpus processors, at least 1
 * @param memoryMb memory in MiB, at least 1
 * @param localGb root disk in GiB, at least 1
 */
public record Capacity(int cpus, int memoryMb, int localGb) {

  public Capacity {
    if (cpus < 1 || memoryMb < 1 || localGb < 1) {
      throw new IllegalArgumentException(
          "cpus, memory and disk of a node must be at least 1, not %d, %d MiB, %d GiB"
              .formatted(cpus, memoryMb, localGb));
    }
  }
}
