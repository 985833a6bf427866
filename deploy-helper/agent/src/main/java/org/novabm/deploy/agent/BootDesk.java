package org.novabm.deploy.agent;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.LineQuota;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the secret that goes in a machine's boot file. Each is good from the address that
 * fetched it. A machine fetches its file more than once, by its ROM, by the boot program that the
 * ROM loads, and again when it got no answer; so the last few are good at the same time.
 */
final class BootDesk {

  private static final Logger LOG = LoggerFactory.getLogger(BootDesk.class);

  private final LineQuota turnedAway = new LineQuota("boot files refused", 20, LOG::warn);
  private final LineQuota drained = new LineQuota("clients that guess NICs", 10, LOG::warn);
  private final AgentJobs jobs;
  private final Doorkeeper door;
  private final Guesses guesses;
  private final UnknownCards unknown;
  private final OneTimeSecret secrets = new OneTimeSecret();

  BootDesk(AgentJobs jobs, Doorkeeper door, Guesses guesses) {
    this.jobs = jobs;
    this.door = door;
    this.guesses = guesses;
    this.unknown = new UnknownCards(jobs, door);
  }

  /**
   * A secret for the boot file of this card, for a peer who may not be where he says he is. It
   * counts when {@link #acknowledged} is told that he has it.
   *
   * @return null when there is nothing to boot for him
   */
  @Nullable BootTicket offer(MacAddress mac, InetAddress peer) {
    return offer(mac, peer, false);
  }

  private @Nullable BootTicket offer(MacAddress mac, InetAddress peer, boolean proven) {
    Visitor visitor = door.visitor(peer);
    // who asks for the card that he was seen to have guesses nothing
    boolean own = mac.equals(visitor.card());
    if (!own && !guesses.take(peer, proven)) {
      drained.say(
          peer.getHostAddress()
              + " asked for the boot files of too many NICs that have none, and gets no answers "
              + "for a while"
              + " (boot_misses)");
      return null;
    }
    @Nullable Boolean open =
        jobs.ofMac(
            mac,
            order -> {
              AgentJobs.Decision<Boolean> decision = mayHave(order, mac, visitor);
              // an address that nobody has proven to be his is no reason to write anything down
              return proven ? decision : new AgentJobs.Decision<>(null, decision.answer());
            });
    if (open == null && proven) {
      unknown.asked(mac, visitor);
    }
    if (open == null || !open) {
      return null;
    }
    if (!own) {
      guesses.giveBack(peer, proven);
    }
    return new BootTicket(mac, peer, secrets.next());
  }

  /**
   * The boot file with this secret has arrived. Does nothing when the order was closed meanwhile.
   *
   * @return whether the secret counts
   */
  boolean acknowledged(BootTicket ticket) {
    Visitor visitor = door.visitor(ticket.peer());
    @Nullable Boolean given = jobs.ofMac(ticket.mac(), open -> give(open, ticket, visitor));
    return given != null && given;
  }

  /** A secret for somebody who is where he says he is. Null when there is nothing to boot. */
  @Nullable String secretFor(MacAddress mac, InetAddress peer) {
    BootTicket ticket = offer(mac, peer, true);
    return ticket != null && acknowledged(ticket) ? ticket.secret() : null;
  }

  private AgentJobs.Decision<Boolean> mayHave(AgentJob open, MacAddress mac, Visitor visitor) {
    if (!door.isOpen(open)) {
      return new AgentJobs.Decision<>(Robbery.told(door, open, visitor), false);
    }
    @Nullable String objection = door.objection(open, visitor);
    return objection == null
        ? new AgentJobs.Decision<>(null, true)
        : refused(open, mac, visitor, objection);
  }

  private AgentJobs.Decision<Boolean> give(AgentJob open, BootTicket ticket, Visitor visitor) {
    AgentJobs.Decision<Boolean> decision = mayHave(open, ticket.mac(), visitor);
    if (!decision.answer()) {
      return decision;
    }
    AgentContact contact = changeOfHands(open, ticket.mac(), visitor);
    LOG.info(
        "{} ({}) fetched its boot file from {}",
        open.order().node(),
        ticket.mac(),
        visitor.address());
    GivenSecret given = new GivenSecret(OneTimeSecret.digest(ticket.secret()), visitor.address());
    Dossier dossier = Dossier.of(contact).given(given, door.now());
    return new AgentJobs.Decision<>(Contacts.booting(contact, dossier, visitor.address()), true);
  }

  /** What one had, another one gets: an operator should know. */
  private AgentContact changeOfHands(AgentJob open, MacAddress mac, Visitor visitor) {
    AgentContact contact = open.contact();
    @Nullable String before = contact.peerAddress();
    if (door.isSame(open, before == null ? visitor.address() : before, visitor)
        && !door.isRobbed(open, visitor)) {
      return contact;
    }
    String text =
        "its boot file was fetched from " + before + " and then from " + visitor.address();
    LOG.warn("{} ({}): {}", open.order().node(), mac, text);
    @Nullable AgentContact noted = Contacts.noted(contact, text);
    return noted == null ? contact : noted;
  }

  private AgentJobs.Decision<Boolean> refused(
      AgentJob open, MacAddress mac, Visitor visitor, String objection) {
    String text = "its boot file was refused to " + visitor.address() + ": " + objection;
    if (Contacts.isNews(open.contact(), text)) {
      turnedAway.say("%s (%s): %s".formatted(open.order().node(), mac, text));
    }
    return new AgentJobs.Decision<>(Contacts.notedOfStranger(open.contact(), text), false);
  }
}
