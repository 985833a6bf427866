package org.novabm.provisioning;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks for a deployment to be looked at. Durable: a wake-up that was accepted outlives the process.
 */
public interface Wakeups {

  /** Look at it at the given time, or earlier if that was asked for already. */
  void wake(UUID deployment, Instant at);
}
