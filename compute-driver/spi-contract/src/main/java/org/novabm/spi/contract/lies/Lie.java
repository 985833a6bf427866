package org.novabm.spi.contract.lies;

/** What can be wrong with an answer, whatever the protocol. */
public enum Lie {
  /** Some bytes are others, some are missing, and some are too many. */
  WRONG_LENGTH,
  /** It ends before its end, and so does the connection, where there is one. */
  TRUNCATED,
  /** It comes several times. */
  REPEATED,
  /** It comes when the next question was asked, or after everybody's patience. */
  LATE,
  /** Megabytes follow its start; or as much as one datagram holds. */
  ENORMOUS,
  /** It goes on for as long as somebody listens. */
  NEVER_ENDING
}
