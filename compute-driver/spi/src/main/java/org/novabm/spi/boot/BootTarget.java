package org.novabm.spi.boot;

import java.net.URI;

/** What a machine's firmware has to boot. */
public sealed interface BootTarget {

  /** What its network cards are offered. */
  record Network() implements BootTarget {}

  /**
   * A file that the firmware fetches itself (UEFI HTTP boot).
   *
   * @param file its address, http or https
   */
  record Http(URI file) implements BootTarget {}

  /**
   * An image of a CD that the BMC shows to the machine.
   *
   * @param image an address that BMCs can fetch from
   */
  record Media(URI image) implements BootTarget {}

  /** Its own disk. */
  record Disk() implements BootTarget {}
}
