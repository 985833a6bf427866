package org.novabm.journal;

import java.time.Instant;

/**
 * A message on record that was not acted upon.
 *
 * @param uniqueId of its {@link JournalEntry}
 * @param method the RPC method
 * @param received when it came
 * @param bytes length of its body as stored
 */
public record PendingEntry(String uniqueId, String method, Instant received, long bytes) {}
