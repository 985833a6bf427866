package org.novabm.rack.bmc;

import org.novabm.rack.profile.Traits;

/**
 * What the event log is like.
 *
 * @param entries that are there at first
 * @param step from the number of one to that of the next
 * @param first what the first entry names as its next, when "the first" is asked for
 * @param goesRound whether the last entry names the first as its next
 * @param knowsLast whether "the last entry" is known
 */
record LogTraits(int entries, int step, First first, boolean goesRound, boolean knowsLast) {

  enum First {
    SOUND,
    /** Itself. */
    TWICE,
    /** None. */
    ALONE
  }

  /** Two bytes hold the number of an entry, and two of their values mean something else. */
  private static final int MOST = 0xfffe;

  LogTraits {
    if (entries < 0 || step < 1 || (long) entries * step > MOST) {
      throw new IllegalArgumentException(
          "a log of %d entries in steps of %d has numbers beyond 1 to %d"
              .formatted(entries, step, MOST));
    }
  }

  static LogTraits of(Traits traits) {
    return new LogTraits(
        traits.number("log-entries"),
        traits.number("log-step"),
        traits.one(First.class, "log-first"),
        traits.yes("log-goes-round"),
        traits.yes("log-knows-last"));
  }
}
