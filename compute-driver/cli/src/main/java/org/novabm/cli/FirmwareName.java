package org.novabm.cli;

import org.jspecify.annotations.Nullable;

/** Firmware as it is written in requests. */
enum FirmwareName {
  bios,
  uefi;

  static @Nullable String textOf(@Nullable FirmwareName named) {
    return named == null ? null : named.name();
  }
}
