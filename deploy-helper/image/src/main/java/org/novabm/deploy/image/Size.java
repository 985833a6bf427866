package org.novabm.deploy.image;

/** Sizes in messages, where a person compares two of them. */
final class Size {

  private static final long MIB = 1 << 20;

  private Size() {}

  /** For example {@code 64 MiB}; in bytes where whole MiB would hide the difference. */
  static String text(long bytes) {
    return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
  }
}
