package org.novabm.instance;

/**
 * How large the instance is to be.
 *
 * @param name the flavor's name, for messages; may be empty
 * @param memoryMb memory in MiB, 0 or more
 * @param vcpus processors, 0 or more
 * @param rootGb root disk in GiB, 0 or more; 0 leaves the size to the image
 * @param ephemeralGb second disk space in GiB
 */
public record Flavor(String name, int memoryMb, int vcpus, int rootGb, int ephemeralGb) {

  public Flavor {
    if (memoryMb < 0 || vcpus < 0 || rootGb < 0 || ephemeralGb < 0) {
      throw new IllegalArgumentException("a flavor's sizes cannot be negative");
    }
  }

  /** Root and ephemeral disk together, in GiB. */
  public int diskGb() {
    return rootGb + ephemeralGb;
  }
}
