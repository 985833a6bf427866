package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * The power of one machine.
 *
 * <p>Operations block, run on virtual threads, react to interruption and may be called from one
 * thread at a time. A manager holds no record of nodes; it forgets the endpoint on {@link
 * #close()}.
 */
public interface PowerManager extends AutoCloseable {

  /**
   * Reads the power state from the device; never a remembered one.
   *
   * @param within the longest time to wait for an answer, above zero
   * @throws BackendException when it could not be read
   */
  PowerState state(Duration within);

  /**
   * Does what is asked and reads the state back until it is the action's {@linkplain
   * PowerAction#target() target}. Idempotent: an action whose target is reached already succeeds
   * ({@code ON}, {@code OFF}).
   *
   * @param within the longest time for command and confirmation together, above zero
   * @return the last state that was read: the target, or the other one when the time was over first
   * @throws BackendException when the command or the reading failed; the state is then not known
   */
  PowerState apply(PowerAction action, Duration within);

  @Override
  void close();
}
