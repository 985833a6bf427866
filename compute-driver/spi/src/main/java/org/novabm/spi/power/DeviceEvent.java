package org.novabm.spi.power;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a device's own log.
 *
 * @param id the device's number of it
 * @param time by the device's clock; null when that was not set
 * @param source for example {@code power supply 83}
 * @param text what happened
 */
public record DeviceEvent(int id, @Nullable Instant time, String source, String text) {}
