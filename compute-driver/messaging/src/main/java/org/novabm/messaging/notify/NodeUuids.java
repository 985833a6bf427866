package org.novabm.messaging.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scheduler's name of a node. */
@FunctionalInterface
public interface NodeUuids {

  /** By row number; null when there is no such node. */
  @Nullable UUID of(long node);
}
