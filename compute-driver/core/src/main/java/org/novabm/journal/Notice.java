package org.novabm.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the scheduler's side is to be told.
 *
 * @param event for example {@code compute.instance.create.end}
 * @param deployment what it is about
 * @param at when it happened
 * @param reason why, for errors
 */
public record Notice(String event, UUID deployment, Instant at, @Nullable String reason) {

  public boolean isError() {
    return event.endsWith(".error");
  }
}
