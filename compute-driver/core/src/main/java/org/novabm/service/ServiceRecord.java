package org.novabm.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A compute host, and who acts for it.
 *
 * @param host its name in nova.conf
 * @param process who acts for it; null while nobody does
 * @param beats counts its signs of life and all changes of who acts
 * @param lease how long after a sign of life the process may act
 * @param seen when the last sign of life was written, by the writer's clock; for people
 * @param drained why it takes no new instances; null when it takes them
 */
public record ServiceRecord(
    String host,
    @Nullable ServiceProcess process,
    long beats,
    Duration lease,
    Instant seen,
    @Nullable String drained) {

  /** The run that acts for it; null while nobody does. */
  public @Nullable UUID processId() {
    return process == null ? null : process.id();
  }

  /** Whether somebody acts for it, when the clock of its machine is this one's. */
  ServiceState state(Instant now) {
    if (process == null) {
      return ServiceState.STOPPED;
    }
    return Duration.between(seen, now).compareTo(lease) <= 0
        ? ServiceState.UP
        : ServiceState.SILENT;
  }
}
