package org.novabm.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.PendingEntry;

/** A journal that can be away. */
public final class MemoryJournal implements MessageJournal {

  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final Set<String> handled = new LinkedHashSet<>();
  private boolean away;
  private @Nullable String poison;

  public synchronized void setAway(boolean gone) {
    away = gone;
  }

  /** Whoever puts this one on record runs out of stack. */
  public synchronized void setPoison(String uniqueId) {
    poison = uniqueId;
  }

  public synchronized int size() {
    return entries.size();
  }

  public synchronized List<String> open() {
    return entries.keySet().stream().filter(id -> !handled.contains(id)).toList();
  }

  @Override
  public synchronized boolean append(JournalEntry entry) {
    check();
    if (entry.uniqueId().equals(poison)) {
      throw new StackOverflowError("poison");
    }
    return entries.putIfAbsent(entry.uniqueId(), entry) == null;
  }

  @Override
  public synchronized void handled(String uniqueId) {
    check();
    handled.add(uniqueId);
  }

  @Override
  public synchronized List<PendingEntry> pending(Instant before, int limit) {
    check();
    return entries.values().stream()
        .filter(entry -> !handled.contains(entry.uniqueId()))
        .filter(entry -> entry.received().isBefore(before))
        .limit(limit)
        .map(
            entry ->
                new PendingEntry(
                    entry.uniqueId(), entry.method(), entry.received(), entry.body().length()))
        .toList();
  }

  @Override
  public synchronized @Nullable JournalEntry find(String uniqueId) {
    check();
    return handled.contains(uniqueId) ? null : entries.get(uniqueId);
  }

  @Override
  public synchronized int forget(Instant before) {
    return 0;
  }

  private void check() {
    if (away) {
      throw new IllegalStateException("connection refused");
    }
  }
}
