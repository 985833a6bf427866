package org.novabm.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages on record before they are acknowledged, so that none is lost with the process that took
 * it.
 */
public interface MessageJournal {

  /** Records the message; false when one with this id is on record already (a duplicate). */
  boolean append(JournalEntry entry);

  /** The message was acted upon. */
  void handled(String uniqueId);

  /**
   * Recorded, but not acted upon, and older than the given time; oldest first. Without their
   * bodies, which may be large together.
   */
  List<PendingEntry> pending(Instant before, int limit);

  /** One of those; null when it was acted upon meanwhile, or is not on record. */
  @Nullable JournalEntry find(String uniqueId);

  /** Forgets handled messages that came before the given time. */
  int forget(Instant before);
}
