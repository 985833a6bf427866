package org.novabm.spi.power;

/**
 * What a machine's power is, as read from the device. There is no "unknown": not to know is an
 * exception.
 */
public enum PowerState {
  ON,
  OFF
}
