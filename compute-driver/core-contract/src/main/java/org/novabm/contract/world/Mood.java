package org.novabm.contract.world;

import org.novabm.spi.BackendException;

/** How devices and deployers take what they are told. */
public enum Mood {
  /** They do it and say so. */
  OBEYS,
  /** They say that they will not. */
  REFUSES,
  /** They do not answer. */
  SILENT,
  /** They take orders, do nothing, and are read back as they were. */
  IDLE,
  /** They do it, and are read back as if they had not. */
  LIES;

  /**
   * Whether anything comes back.
   *
   * @throws BackendException when nothing does
   */
  void answer(String who) {
    switch (this) {
      case REFUSES -> throw new BackendException.Refused(who, "refuses");
      case SILENT -> throw new BackendException.Unreachable(who, "no answer");
      case OBEYS, IDLE, LIES -> {}
    }
  }
}
