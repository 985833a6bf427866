package org.novabm.messaging.rpc;

import org.novabm.messaging.frames.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a message that makes us fail, in a way that nobody foresaw: it gets a second
 * chance, for the fault may have been ours, and then goes to the dead letters.
 */
final class Poison {

  private static final Logger LOG = LoggerFactory.getLogger(Poison.class);

  private final Lanes lanes;
  private final Room room;
  private final DeadLetters deadLetters;

  Poison(Lanes lanes, Room room, DeadLetters deadLetters) {
    this.lanes = lanes;
    this.room = room;
    this.deadLetters = deadLetters;
  }

  /** It is of no use, now and later. */
  void bury(Delivery delivery, String reason) {
    // one at a time, and not on the thread that takes the others
    if (!lanes.submit("dead letters", () -> copy(delivery, reason))) {
      delivery.content().close();
    }
  }

  /** Working on it ended by an error. */
  void failed(Delivery delivery, Throwable cause) {
    if (delivery.redelivered()) {
      LOG.error("a message from queue {} made this service fail again", delivery.queue(), cause);
      bury(delivery, "made this service fail twice (" + cause.getClass().getSimpleName() + ")");
    } else {
      LOG.error("a message from queue {} made this service fail", delivery.queue(), cause);
      delivery.giveBack();
    }
  }

  /** The body grows by doubling while it is read; of one that was too long nothing is there. */
  private static int cost(Content content) {
    return content instanceof Content.Refused
        ? 0
        : (int) Math.min(Integer.MAX_VALUE, 3 * content.size());
  }

  private void copy(Delivery delivery, String reason) {
    int cost = cost(delivery.content());
    try (Room.Place place = room.take(cost, delivery::isOpen)) {
      if (place == null) {
        delivery.content().close();
      } else {
        deadLetters.bury(delivery, reason);
      }
    }
  }
}
