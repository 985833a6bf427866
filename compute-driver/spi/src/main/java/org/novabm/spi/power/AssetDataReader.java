package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device knows what is written on the machine. */
public interface AssetDataReader {

  /**
   * Reads it.
   *
   * @throws BackendException when it could not be read
   */
  AssetData inventory(Duration within);
}
