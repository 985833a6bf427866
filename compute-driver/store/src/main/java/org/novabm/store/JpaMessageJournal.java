package org.novabm.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.PendingEntry;
import org.novabm.store.secret.SecretBox;
import org.springframework.data.domain.Limit;

/**
 * The messages of one host in {@code received_messages}; the body of one that was acted upon is not
 * kept.
 */
final class JpaMessageJournal implements MessageJournal {

  private static final int MOST_CHARACTERS = 255;

  private final Transactions transactions;
  private final MessageRows messages;
  private final SecretBox box;
  private final ServiceHost host;

  JpaMessageJournal(
      Transactions transactions, MessageRows messages, SecretBox box, ServiceHost host) {
    this.transactions = transactions;
    this.messages = messages;
    this.box = box;
    this.host = host;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the id or the method has more than 255 characters
   */
  @Override
  public boolean append(JournalEntry entry) {
    refuseLong("_unique_id", entry.uniqueId());
    refuseLong("method", entry.method());
    byte[] body = box.seal(entry.body().getBytes(UTF_8), MessageRow.purpose(entry.uniqueId()));
    Instant received = Stored.time(entry.received());
    return transactions.run(
        () -> messages.append(host.name(), entry.uniqueId(), entry.method(), body, received) == 1);
  }

  @Override
  public void handled(String uniqueId) {
    transactions.run(
        () -> {
          messages.handled(host.name(), uniqueId);
          return true;
        });
  }

  @Override
  public List<PendingEntry> pending(Instant before, int limit) {
    return transactions.run(() -> messages.pending(host.name(), before, Limit.of(limit)));
  }

  @Override
  public @Nullable JournalEntry find(String uniqueId) {
    return transactions.run(
        () -> {
          MessageRow row = messages.unhandled(host.name(), uniqueId);
          return row == null ? null : row.toEntry(box);
        });
  }

  @Override
  public int forget(Instant before) {
    return transactions.run(() -> messages.forget(host.name(), before));
  }

  private static void refuseLong(String name, String value) {
    if (value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s of a message has %d characters; at most %d can be recorded"
              .formatted(name, value.length(), MOST_CHARACTERS));
    }
  }
}
