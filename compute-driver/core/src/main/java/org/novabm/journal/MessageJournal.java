package org.novabm.journal;

import java.time.Instant;
import java.util.List;

/**
 * Messages on record before they are acknowledged, so that none is lost with the process that took
 * it.
 */
public interface MessageJournal {

  /** Records the message; false when one with this id is on record already (a duplicate). */
  boolean append(JournalEntry entry);

  /** The message was acted upon. */
  void handled(String uniqueId);

  /** Recorded, but not acted upon, and older than the given time; oldest first. */
  List<JournalEntry> pending(Instant before, int limit);

  /** Forgets handled messages that came before the given time. */
  int forget(Instant before);
}
