package org.novabm.messaging.rpc;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal, asked again with growing pauses while its database is away; the log tells once when
 * it goes and comes.
 */
final class PatientJournal {

  private static final Logger LOG = LoggerFactory.getLogger(PatientJournal.class);

  private final MessageJournal journal;
  private final Backoff backoff;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean away = new AtomicBoolean();

  PatientJournal(MessageJournal journal, Backoff backoff) {
    this.journal = journal;
    this.backoff = backoff;
  }

  /** Whether it was new; null when it is not wanted any more and nothing is on record. */
  @Nullable Boolean append(JournalEntry entry, BooleanSupplier wanted) {
    return until(wanted, () -> journal.append(entry));
  }

  /**
   * Marks it; when the database stays away it is left on record, to be done again, which is
   * harmless.
   */
  void handled(String uniqueId, BooleanSupplier wanted) {
    until(
        wanted,
        () -> {
          journal.handled(uniqueId);
          return true;
        });
  }

  /** Recorded before that time and not handled; null when it is not wanted any more. */
  @Nullable List<JournalEntry> pending(Instant before, int limit, BooleanSupplier wanted) {
    return until(wanted, () -> journal.pending(before, limit));
  }

  /** Waits between two attempts; false when closed meanwhile. */
  boolean pause(int failures) {
    try {
      return !closing.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void close() {
    closing.countDown();
  }

  private <T> @Nullable T until(BooleanSupplier wanted, Supplier<T> asked) {
    for (int failures = 1; wanted.getAsBoolean(); failures++) {
      try {
        T answer = asked.get();
        tellBack();
        return answer;
      } catch (RuntimeException e) {
        tellAway(e);
        if (!pause(failures)) {
          return null;
        }
      }
    }
    return null;
  }

  private void tellAway(RuntimeException reason) {
    if (away.compareAndSet(false, true)) {
      LOG.warn(
          "The database takes no messages ({}). They stay with the message broker until it does;"
              + " check the database",
          Reason.of(reason));
    }
  }

  private void tellBack() {
    if (away.compareAndSet(true, false)) {
      LOG.info("The database takes messages again");
    }
  }
}
