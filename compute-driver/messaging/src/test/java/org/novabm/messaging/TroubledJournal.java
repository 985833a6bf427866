package org.novabm.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.PendingEntry;
import org.novabm.memory.MemoryJournal;

/** A journal that can be away. */
public final class TroubledJournal implements MessageJournal {

  private final MemoryJournal messages = new MemoryJournal();
  private volatile boolean away;
  private volatile @Nullable String poison;

  public void setAway(boolean gone) {
    away = gone;
  }

  /** Whoever puts this one on record runs out of stack. */
  public void setPoison(String uniqueId) {
    poison = uniqueId;
  }

  public int size() {
    return messages.size();
  }

  public List<String> open() {
    return messages.open();
  }

  @Override
  public boolean append(JournalEntry entry) {
    check();
    if (entry.uniqueId().equals(poison)) {
      throw new StackOverflowError("poison");
    }
    return messages.append(entry);
  }

  @Override
  public void handled(String uniqueId) {
    check();
    messages.handled(uniqueId);
  }

  @Override
  public List<PendingEntry> pending(Instant before, int limit) {
    check();
    return messages.pending(before, limit);
  }

  @Override
  public @Nullable JournalEntry find(String uniqueId) {
    check();
    return messages.find(uniqueId);
  }

  @Override
  public int forget(Instant before) {
    return messages.forget(before);
  }

  private void check() {
    if (away) {
      throw new IllegalStateException("connection refused");
    }
  }
}
