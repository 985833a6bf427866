package org.novabm.spi.network;

import org.novabm.spi.BackendException;

/** What became of one port of a batch. */
public sealed interface ChangeOutcome {

  /**
   * The port is as wanted.
   *
   * @param state as read back
   */
  record Made(PortState state) implements ChangeOutcome {}

  /**
   * It is not, or nobody knows.
   *
   * @param why as a single change would have thrown it
   */
  record NotMade(BackendException why) implements ChangeOutcome {}
}
