package org.novabm.spi.power;

import org.jspecify.annotations.Nullable;

/**
 * What one sensor of a machine shows.
 *
 * @param name as the device has it
 * @param kind of what is measured, for example {@code temperature}
 * @param value null when there is none: the machine is off, or the sensor knows states only
 * @param unit of the value, for example {@code °C}; may be empty
 * @param health what the device thinks of it
 */
public record Sensor(String name, String kind, @Nullable Double value, String unit, Health health) {

  /** By the sensor's own thresholds. */
  public enum Health {
    GOOD,
    /** Beyond the first threshold, either way. */
    WARNING,
    CRITICAL,
    /** The machine may be damaged. */
    FATAL,
    /** The device does not say. */
    UNKNOWN
  }
}
