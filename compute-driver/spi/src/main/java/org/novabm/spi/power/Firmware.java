package org.novabm.spi.power;

/** The kind of firmware a machine boots with. */
public enum Firmware {
  BIOS,
  UEFI
}
