package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.store.secret.SecretBox;

/**
 * A message that was taken from the broker; bodies hold passwords and tokens, so they are
 * encrypted.
 */
@Entity
@Table(name = "received_messages")
class MessageRow {

  @Id String uniqueId;
  String method;
  byte @Nullable [] body;
  Instant receivedAt;
  boolean handled;

  // Hibernate makes the rows
  @SuppressWarnings("NullAway.Init")
  protected MessageRow() {}

  JournalEntry toEntry(SecretBox box) {
    byte[] plain = box.open(Objects.requireNonNull(body), purpose(uniqueId));
    return new JournalEntry(
        uniqueId, method, new String(plain, StandardCharsets.UTF_8), receivedAt);
  }

  static String purpose(String uniqueId) {
    return "message/" + uniqueId;
  }
}
