package org.novabm.spi.power;

import java.util.Locale;

/** What a machine does when mains power comes back (IPMI 2.0, 28.8). */
public enum RestorePolicy {
  ALWAYS_OFF,
  /** As it was when the power went. */
  PREVIOUS,
  ALWAYS_ON,
  /** The device does not say. */
  UNKNOWN;

  /** As ipmitool writes it, for example {@code always-off}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
