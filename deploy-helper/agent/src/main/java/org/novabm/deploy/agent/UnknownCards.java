package org.novabm.deploy.agent;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.LineQuota;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards that no machine under deployment has on record. Whoever comes with one may still be seen to
 * be such a machine, by another of its cards: then a card is missing on record.
 */
final class UnknownCards {

  private static final Logger LOG = LoggerFactory.getLogger(UnknownCards.class);

  private final LineQuota askers = new LineQuota("boot files of unknown NICs", 10, LOG::info);
  private final LineQuota callers = new LineQuota("agents of unknown NICs", 10, LOG::warn);
  private final AgentJobs jobs;
  private final Doorkeeper door;

  UnknownCards(AgentJobs jobs, Doorkeeper door) {
    this.jobs = jobs;
    this.door = door;
  }

  /** Somebody who is where he says he is asked for the boot file of such a card. */
  void asked(MacAddress mac, Visitor visitor) {
    String text =
        "%s asked for the boot file of NIC %s, which no machine under deployment has on record"
            .formatted(visitor.address(), mac);
    if (!isNotedOfOwner(mac, visitor, text, false)) {
      askers.say(text);
    }
  }

  /** Somebody called as such a card's machine. */
  void called(AgentHello hello, Visitor visitor) {
    String text =
        "a call from %s was refused: it names the NIC %s, which no machine under deployment has on record"
            .formatted(visitor.address(), hello.mac());
    if (!isNotedOfOwner(hello.mac(), visitor, text, !hello.asksAgain())) {
      callers.say(text);
    }
  }

  /**
   * @param last the machine will not come again
   */
  private boolean isNotedOfOwner(MacAddress mac, Visitor visitor, String text, boolean last) {
    @Nullable MacAddress seen = visitor.card();
    if (seen == null || seen.equals(mac)) {
      return false;
    }
    String more = text + ", but it is seen to be this machine by its NIC " + seen + "; add " + mac;
    return Boolean.TRUE.equals(jobs.ofMac(seen, open -> noted(open, more + " to the node", last)));
  }

  private AgentJobs.Decision<Boolean> noted(AgentJob open, String text, boolean last) {
    if (Contacts.isNews(open.contact(), text)) {
      callers.say(open.order().node() + ": " + text);
    }
    return new AgentJobs.Decision<>(
        last && door.isOpen(open)
            ? Contacts.failed(open.contact(), text)
            : Contacts.notedOfStranger(open.contact(), text),
        true);
  }
}
