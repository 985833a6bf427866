package org.novabm.memory;

import java.util.ArrayList;
import java.util.List;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;

/** Notices in a list. */
public final class MemoryOutbox implements Outbox {

  private final List<Posted> waiting = new ArrayList<>();
  private final List<Notice> told = new ArrayList<>();
  private long last;

  /** Puts a notice behind the others. */
  public synchronized void post(Notice notice) {
    waiting.add(new Posted(++last, notice));
    told.add(notice);
  }

  /** How many are not sent. */
  public synchronized int size() {
    return waiting.size();
  }

  /** All that were ever put here, sent or not, in their order. */
  public synchronized List<Notice> told() {
    return List.copyOf(told);
  }

  /** Forgets all. */
  public synchronized void clear() {
    waiting.clear();
    told.clear();
  }

  @Override
  public synchronized List<Posted> waiting(int limit) {
    return waiting.stream().limit(limit).toList();
  }

  @Override
  public synchronized void sent(List<Long> ids) {
    waiting.removeIf(posted -> ids.contains(posted.id()));
  }
}
