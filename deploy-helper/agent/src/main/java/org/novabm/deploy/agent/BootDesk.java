package org.novabm.deploy.agent;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.AgentContact.Phase;
import org.novabm.spi.deploy.OpenOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out the secret that goes in a machine's boot file, and takes the machine that has it. */
final class BootDesk {

  private static final Logger LOG = LoggerFactory.getLogger(BootDesk.class);

  private final Orders orders;
  private final Welcome welcome;
  private final boolean peerAddressCheck;
  private final InstantSource time;
  private final OneTimeSecret secrets = new OneTimeSecret();

  BootDesk(Orders orders, Welcome welcome, boolean peerAddressCheck, InstantSource time) {
    this.orders = orders;
    this.welcome = welcome;
    this.peerAddressCheck = peerAddressCheck;
    this.time = time;
  }

  /**
   * A new secret for the boot file of this card; the one before it is void. A machine fetches its
   * file more than once when its firmware hands over to another boot program.
   *
   * @return null when there is nothing to boot for it
   */
  @Nullable String secretFor(MacAddress mac, String peer) {
    String secret = secrets.next();
    return orders.<@Nullable String>ofMac(
        mac,
        open -> {
          if (!isOpen(open)) {
            return new Orders.Decision<@Nullable String>(null, null);
          }
          LOG.info("{} ({}) fetched its boot file from {}", open.order().node(), mac, peer);
          return new Orders.Decision<@Nullable String>(
              Contacts.booting(open.contact(), OneTimeSecret.digest(secret), peer), secret);
        });
  }

  private boolean isOpen(OpenOrder open) {
    Phase phase = open.contact().phase();
    Instant expires = open.contact().expires();
    return (phase == Phase.PUBLISHED || phase == Phase.BOOTING)
        && expires != null
        && time.instant().isBefore(expires);
  }

  /** First contact: the secret of the boot file becomes the secret of a session. */
  Reply hello(Hello hello, String peer) {
    String session = secrets.next();
    Reply reply = orders.ofMac(hello.mac(), open -> decide(open, hello, peer, session));
    return reply == null ? Reply.FORBIDDEN : reply;
  }

  private Orders.Decision<Reply> decide(OpenOrder open, Hello hello, String peer, String session) {
    AgentContact contact = open.contact();
    boolean known = OneTimeSecret.matches(contact.bootSecretDigest(), hello.secret());
    boolean here = !peerAddressCheck || peer.equals(contact.peerAddress());
    if (!known || !here) {
      LOG.info("{} ({}) was not let in from {}", open.order().node(), hello.mac(), peer);
      return new Orders.Decision<>(null, Reply.FORBIDDEN);
    }
    if (contact.phase() != Phase.BOOTING) {
      return new Orders.Decision<>(null, Reply.OVER);
    }
    return isOpen(open)
        ? welcome.decide(open, hello, session)
        : new Orders.Decision<>(null, Reply.FORBIDDEN);
  }
}
