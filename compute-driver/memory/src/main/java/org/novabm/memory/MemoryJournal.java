package org.novabm.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.PendingEntry;

/** Messages of one host in a map. */
public final class MemoryJournal implements MessageJournal {

  private static final int MOST_CHARACTERS = 255;

  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final Set<String> handled = new HashSet<>();

  /** How many are on record, acted upon or not. */
  public synchronized int size() {
    return entries.size();
  }

  /** Those that were not acted upon, as they came. */
  public synchronized List<String> open() {
    return entries.keySet().stream().filter(id -> !handled.contains(id)).toList();
  }

  /** Forgets all. */
  public synchronized void clear() {
    entries.clear();
    handled.clear();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the id has more than 255 characters
   */
  @Override
  public synchronized boolean append(JournalEntry entry) {
    if (entry.uniqueId().length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "_unique_id of a message has more than " + MOST_CHARACTERS + " characters");
    }
    return entries.putIfAbsent(entry.uniqueId(), entry) == null;
  }

  @Override
  public synchronized void handled(String uniqueId) {
    if (entries.containsKey(uniqueId)) {
      handled.add(uniqueId);
    }
  }

  @Override
  public synchronized List<PendingEntry> pending(Instant before, int limit) {
    return entries.values().stream()
        .filter(entry -> !handled.contains(entry.uniqueId()))
        .filter(entry -> entry.received().isBefore(before))
        .sorted(Comparator.comparing(JournalEntry::received))
        .limit(limit)
        .map(MemoryJournal::pending)
        .toList();
  }

  private static PendingEntry pending(JournalEntry entry) {
    int bytes = entry.body().getBytes(StandardCharsets.UTF_8).length;
    return new PendingEntry(entry.uniqueId(), entry.method(), entry.received(), bytes);
  }

  @Override
  public synchronized @Nullable JournalEntry find(String uniqueId) {
    return handled.contains(uniqueId) ? null : entries.get(uniqueId);
  }

  @Override
  public synchronized int forget(Instant before) {
    List<String> old =
        entries.values().stream()
            .filter(entry -> handled.contains(entry.uniqueId()))
            .filter(entry -> entry.received().isBefore(before))
            .map(JournalEntry::uniqueId)
            .toList();
    old.forEach(entries::remove);
    old.forEach(handled::remove);
    return old.size();
  }
}
