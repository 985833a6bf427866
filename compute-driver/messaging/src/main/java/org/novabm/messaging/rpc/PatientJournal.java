package org.novabm.messaging.rpc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.PendingEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal, asked again with growing pauses while its database is away; the log tells once when
 * it goes and comes.
 */
final class PatientJournal {

  private static final Logger LOG = LoggerFactory.getLogger(PatientJournal.class);

  /** A deadlock or a lost connection does not come so often in a row for one entry. */
  private static final int REFUSALS = 3;

  private final MessageJournal journal;
  private final Backoff backoff;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean away = new AtomicBoolean();

  PatientJournal(MessageJournal journal, Backoff backoff) {
    this.journal = journal;
    this.backoff = backoff;
  }

  /**
   * Whether it was new; null when it is not wanted any more and nothing is on record.
   *
   * @throws IllegalStateException when the database works, and refuses this one each time
   */
  @Nullable Boolean append(JournalEntry entry, BooleanSupplier wanted) {
    int[] refusals = {0};
    return until(
        wanted,
        () -> {
          try {
            return journal.append(entry);
          } catch (RuntimeException e) {
            if (works() && ++refusals[0] == REFUSALS) {
              throw new RefusedEntry(e);
            }
            throw e;
          }
        });
  }

  /** Whether the database answers anything at all. */
  private boolean works() {
    try {
      return journal.pending(Instant.EPOCH, 1).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** The database takes others, but not this one. */
  private static final class RefusedEntry extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    RefusedEntry(RuntimeException cause) {
      super("the database refuses to record it: " + cause.getMessage(), cause);
    }
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
  @Nullable List<PendingEntry> pending(Instant before, int limit, BooleanSupplier wanted) {
    return until(wanted, () -> journal.pending(before, limit));
  }

  /** One of those; null when it was handled meanwhile or is not wanted any more. */
  @Nullable JournalEntry find(String uniqueId, BooleanSupplier wanted) {
    Optional<JournalEntry> found = until(wanted, () -> Optional.ofNullable(journal.find(uniqueId)));
    return found == null ? null : found.orElse(null);
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
      } catch (RefusedEntry e) {
        throw e;
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
          "the database takes no messages ({}). They stay with the message broker until it does;"
              + " check the database",
          Reason.of(reason));
    }
  }

  private void tellBack() {
    if (away.compareAndSet(true, false)) {
      LOG.info("the database takes messages again");
    }
  }
}
