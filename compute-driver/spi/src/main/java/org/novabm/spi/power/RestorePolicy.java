package org.novabm.spi.power;

/** What a machine does when mains power comes back. */
public enum RestorePolicy {
  STAY_OFF,
  /** As it was when the power went. */
  PREVIOUS,
  SWITCH_ON,
  /** The device does not say. */
  UNKNOWN
}
