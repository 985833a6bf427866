package org.novabm.deploy.agent;

import org.jspecify.annotations.Nullable;

/** What a machine fetches to boot the ramdisk, in this order. */
enum BootPart {
  BOOT_FILE("boot file"),
  KERNEL("kernel"),
  RAMDISK("ramdisk");

  /** For an operator. */
  final String words;

  BootPart(String words) {
    this.words = words;
  }

  /** The one of this name; null for what another release calls one. */
  static @Nullable BootPart named(String name) {
    for (BootPart part : values()) {
      if (part.name().equals(name)) {
        return part;
      }
    }
    return null;
  }
}
