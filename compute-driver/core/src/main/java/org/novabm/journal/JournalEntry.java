package org.novabm.journal;

import java.time.Instant;

/**
 * A message that was taken from the broker.
 *
 * @param uniqueId the sender's {@code _unique_id}, or one of ours when it sent none
 * @param method the RPC method
 * @param body the decoded inner message, as JSON text
 * @param received when it came
 */
public record JournalEntry(String uniqueId, String method, String body, Instant received) {}
