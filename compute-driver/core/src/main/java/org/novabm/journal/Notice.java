package org.novabm.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the scheduler's side is to be told, with what was so at that time.
 *
 * @param event for example {@code compute.instance.create.end}
 * @param instance what it is about
 * @param at when it happened
 * @param vmState Nova's word for what the instance was
 * @param taskState Nova's word for what was being done to it; empty for nothing
 * @param reason why, for errors
 */
public record Notice(
    String event,
    UUID instance,
    Instant at,
    String vmState,
    String taskState,
    @Nullable String reason) {

  public boolean isError() {
    return event.endsWith(".error");
  }
}
