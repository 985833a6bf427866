package org.novabm.messaging.wire;

import java.time.Duration;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The request's {@code _timeout}: not how long the caller waits, but whether it watches for
 * keep-alives.
 */
public sealed interface CallTimeout {

  /** The key is missing: the caller is older than oslo.messaging 6. */
  record Absent() implements CallTimeout {}

  /** Null: the caller watches for nothing, and a keep-alive would kill its call. */
  record Unwatched() implements CallTimeout {}

  /**
   * The caller gives up when it hears nothing for this long.
   *
   * @param patience whole seconds, 2 or more
   */
  record Watched(Duration patience) implements CallTimeout {

    /** How often oslo.messaging's own server sends a sign of life. */
    public Duration interval() {
      return patience.dividedBy(2);
    }
  }

  /** Reads it; a number whose half is below a second, or anything else, means no keep-alives. */
  static CallTimeout of(ObjectNode message) {
    if (!message.has("_timeout")) {
      return new Absent();
    }
    return message.get("_timeout") instanceof IntNode number && number.intValue() >= 2
        ? new Watched(Duration.ofSeconds(number.intValue()))
        : new Unwatched();
  }
}
