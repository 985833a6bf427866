package org.novabm.spi.power;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device measures the machine. */
public interface SensorReader {

  /**
   * Reads all sensors; with many of them that takes seconds.
   *
   * @throws BackendException when they could not be read
   */
  List<Sensor> sensors(Duration within);
}
