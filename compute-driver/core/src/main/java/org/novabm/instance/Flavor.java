package org.novabm.instance;

import java.util.Map;
import java.util.Objects;

/**
 * How large the instance is to be.
 *
 * @param name the flavor's name, for messages; may be empty
 * @param memoryMb memory in MiB, 0 or more
 * @param vcpus processors, 0 or more
 * @param rootGb root disk in GiB, 0 or more; 0 leaves the size to the image
 * @param ephemeralGb second disk space in GiB
 * @param extraSpecs what it says beyond sizes, as Nova has it; may be empty
 */
public record Flavor(
    String name,
    int memoryMb,
    int vcpus,
    int rootGb,
    int ephemeralGb,
    Map<String, String> extraSpecs) {

  public Flavor {
    // records of before there were any have none
    extraSpecs = Map.copyOf(Objects.requireNonNullElse(extraSpecs, Map.of()));
    if (memoryMb < 0 || vcpus < 0 || rootGb < 0 || ephemeralGb < 0) {
      throw new IllegalArgumentException("a flavor's sizes cannot be negative");
    }
  }

  /** One that says nothing beyond sizes. */
  public Flavor(String name, int memoryMb, int vcpus, int rootGb, int ephemeralGb) {
    this(name, memoryMb, vcpus, rootGb, ephemeralGb, Map.of());
  }

  /** Root and ephemeral disk together, in GiB. */
  public int diskGb() {
    return rootGb + ephemeralGb;
  }
}
