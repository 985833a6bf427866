package org.novabm.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host and what it has to do.
 *
 * @param host its name
 * @param record who acts for it; null when nobody ever did under this release
 * @param nodes how many nodes are its own now
 * @param away how many of its nodes are with a host that took over from it
 * @param tasks how many live tasks are its own
 */
public record ServiceLoad(
    String host, @Nullable ServiceRecord record, long nodes, long away, long tasks) {

  /** Whether somebody acts for it, as far as one can say who compares clocks of two machines. */
  public ServiceState state(Instant now) {
    return record == null ? ServiceState.UNKNOWN : record.state(now);
  }
}
