package org.novabm.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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

  /**
   * Whose message it is.
   *
   * @param host empty on rows of before there were several
   */
  @Embeddable
  record Key(String uniqueId, String host) {}

  @EmbeddedId Key key;
  String method;
  byte @Nullable [] body;
  Instant receivedAt;
  boolean handled;

  // Hibernate makes the rows
  @SuppressWarnings("NullAway.Init")
  protected MessageRow() {}

  JournalEntry toEntry(SecretBox box) {
    String uniqueId = key.uniqueId();
    byte[] plain = box.open(Objects.requireNonNull(body), purpose(uniqueId));
    return new JournalEntry(
        uniqueId, method, new String(plain, StandardCharsets.UTF_8), receivedAt);
  }

  static String purpose(String uniqueId) {
    return "message/" + uniqueId;
  }
}
