package org.novabm.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;

/** A journal that can be away. */
public final class MemoryJournal implements MessageJournal {

  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final Set<String> handled = new LinkedHashSet<>();
  private boolean away;

  public synchronized void setAway(boolean gone) {
    away = gone;
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
    return entries.putIfAbsent(entry.uniqueId(), entry) == null;
  }

  @Override
  public synchronized void handled(String uniqueId) {
    check();
    handled.add(uniqueId);
  }

  @Override
  public synchronized List<JournalEntry> pending(Instant before, int limit) {
    check();
    return entries.values().stream()
        .filter(entry -> !handled.contains(entry.uniqueId()))
        .filter(entry -> entry.received().isBefore(before))
        .limit(limit)
        .toList();
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
