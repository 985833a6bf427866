package org.novabm.spi.power;

/** Where a machine boots from. */
public enum BootDevice {
  /** As the firmware's own order says. */
  DEFAULT,
  NETWORK,
  DISK,
  CDROM,
  FIRMWARE_SETUP
}
