package org.novabm.spi.power;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device keeps a log of what happened to the machine. */
public interface EventLog {

  /**
   * Reads the log.
   *
   * @param most the newest so many, above zero
   * @return oldest first
   * @throws BackendException when it could not be read
   */
  List<DeviceEvent> events(int most, Duration within);
}
