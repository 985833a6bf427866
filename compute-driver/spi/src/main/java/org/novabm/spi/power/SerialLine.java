package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * A machine's serial line. One thread reads, others may write and close meanwhile. While nobody
 * reads, nothing is sent either, and the device may take the line for left after a minute.
 */
public interface SerialLine extends AutoCloseable {

  /**
   * What the machine said since the last reading.
   *
   * @param within the longest time to wait for something, above zero
   * @return empty when it said nothing
   * @throws BackendException when the line is broken; nothing else can be done with it then but
   *     {@link #close}
   */
  byte[] read(Duration within);

  /**
   * Types something; returns before it has been sent.
   *
   * @param typed copied
   * @return how many of the bytes there was room for; none when the machine does not take what was
   *     typed before
   */
  int write(byte[] typed);

  /** Sends a break, after all that was typed before. */
  void sendBreak();

  /** Leaves the line; a reader returns soon. Idempotent. */
  @Override
  void close();
}
