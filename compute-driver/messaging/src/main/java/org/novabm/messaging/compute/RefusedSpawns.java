package org.novabm.messaging.compute;

import java.util.UUID;
import org.novabm.instance.RequestContext;

/**
 * Is told of a spawn that was refused before it became a deployment, since nobody waits for an
 * answer to a cast.
 */
@FunctionalInterface
public interface RefusedSpawns {

  /** Tells the scheduler's side, as well as it can; must not throw. */
  void refused(UUID instance, String reason, RequestContext context);
}
