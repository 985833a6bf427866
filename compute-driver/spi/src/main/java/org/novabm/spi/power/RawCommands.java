package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * A {@link PowerManager} whose device takes any command of its protocol, should the operator have
 * allowed it: it can do harm that nothing here undoes.
 */
public interface RawCommands {

  /**
   * Sends a command of IPMI.
   *
   * @param netFn network function, 0 to 62, even
   * @param command 0 to 255
   * @param data of the request
   * @return completion code and data of the answer
   * @throws BackendException.Refused when raw commands are not allowed
   */
  byte[] raw(int netFn, int command, byte[] data, Duration within);
}
