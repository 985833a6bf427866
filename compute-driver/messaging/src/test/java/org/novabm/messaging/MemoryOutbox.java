package org.novabm.messaging;

import java.util.ArrayList;
import java.util.List;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;

/** An outbox in memory. */
public final class MemoryOutbox implements Outbox {

  private final List<Posted> waiting = new ArrayList<>();
  private long last;

  public synchronized void post(Notice notice) {
    waiting.add(new Posted(++last, notice));
  }

  public synchronized int size() {
    return waiting.size();
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
