package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;

/**
 * Whom an order is open to. A visitor whose network card was seen is judged by it: the machine may
 * have several addresses, a stranger may have none of it. Of those nobody saw the first one has the
 * order, as long as it is heard of.
 */
final class Doorkeeper {

  private final Lookout lookout;
  private final boolean byAddress;
  private final Duration claim;
  private final InstantSource time;

  /**
   * Machines that booted under a release that did not write down when they were heard: so they are
   * taken to have been heard when this one came to serve them, and their claims end, too.
   */
  private final Instant began;

  /**
   * With these rules.
   *
   * @param byAddress false when a machine's secret is all that is asked for
   * @param claim how long who has the boot file may be silent until another one may have it
   */
  Doorkeeper(Lookout lookout, boolean byAddress, Duration claim, InstantSource time) {
    this.lookout = lookout;
    this.byAddress = byAddress;
    this.claim = claim;
    this.time = time;
    this.began = time.instant();
  }

  Visitor visitor(InetAddress address) {
    return lookout.of(address);
  }

  Instant now() {
    return time.instant();
  }

  boolean isOpen(AgentJob open) {
    Phase phase = open.contact().phase();
    Instant expires = open.contact().expires();
    return (phase == Phase.PUBLISHED || phase == Phase.BOOTING)
        && expires != null
        && now().isBefore(expires);
  }

  /** Why an open order's boot file is not for this visitor; null when it is. */
  @Nullable String objection(AgentJob open, Visitor visitor) {
    @Nullable String stranger = stranger(open, visitor);
    if (stranger != null || !byAddress || visitor.isMachineOf(open.order())) {
      return stranger;
    }
    @Nullable String first = open.contact().peerAddress();
    return first == null || first.equals(visitor.address()) || isSilent(open.contact())
        ? null
        : "it was fetched from " + first + " first";
  }

  /** What was seen that speaks against this visitor; null for nothing. */
  @Nullable String stranger(AgentJob open, Visitor visitor) {
    return byAddress && visitor.isStrangerTo(open.order())
        ? "its NIC is %s, not the machine's; if it is, add that NIC to the node, and if it is a router's, name the router in [deploy:agent] relays"
            .formatted(visitor.card())
        : null;
  }

  private boolean isSilent(AgentContact contact) {
    @Nullable Heard known = Dossier.of(contact).heard();
    Instant heard = known == null ? began : known.at();
    return !now().isBefore(heard.plus(claim));
  }

  /** Whether what was given to an address is good in the hands of this visitor. */
  boolean isSame(AgentJob open, @Nullable String address, Visitor visitor) {
    return !byAddress || visitor.address().equals(address) || visitor.isMachineOf(open.order());
  }

  /** Whether a session is open to this visitor. */
  boolean isSession(AgentJob open, String address) {
    return !byAddress || address.equals(open.contact().peerAddress());
  }

  /**
   * Whether this is the machine, and the order is in the hands of somebody who is not known to be.
   */
  boolean isRobbed(AgentJob open, Visitor visitor) {
    @Nullable String holder = open.contact().peerAddress();
    return byAddress
        && visitor.isMachineOf(open.order())
        && holder != null
        && !holder.equals(visitor.address())
        && !lookout.of(holder).isMachineOf(open.order());
  }
}
