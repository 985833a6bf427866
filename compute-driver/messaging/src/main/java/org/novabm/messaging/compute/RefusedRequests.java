package org.novabm.messaging.compute;

import java.util.UUID;
import org.novabm.instance.RequestContext;

/**
 * Is told of a request to make an instance that was refused before it became a task, since nobody
 * waits for an answer to a cast.
 */
@FunctionalInterface
public interface RefusedRequests {

  /**
   * Tells the scheduler's side, as well as it can; must not throw.
   *
   * @param doing Nova's word in the names of notifications, for example {@code create}
   */
  void refused(String doing, UUID instance, String reason, RequestContext context);
}
