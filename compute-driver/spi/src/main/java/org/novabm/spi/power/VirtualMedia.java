package org.novabm.spi.power;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device shows the machine an image as a CD in its drive. */
public interface VirtualMedia {

  /** What is in the drive; null when it is empty. */
  @Nullable URI inserted(Duration within);

  /**
   * Puts an image into the drive, in place of what is there, and reads it back. Idempotent.
   *
   * @param image an address that the device can fetch from
   * @throws BackendException when the device did not take it
   */
  void insert(URI image, Duration within);

  /** Empties the drive. Idempotent. */
  void eject(Duration within);
}
