package org.novabm.deploy.agent;

import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine calls, and somebody else has its session: nothing he reports is true. */
final class Robbery {

  private static final Logger LOG = LoggerFactory.getLogger(Robbery.class);

  private Robbery() {}

  /** The contact that ends the deployment; null when all is as it should be. */
  static @Nullable AgentContact told(Doorkeeper door, AgentJob open, Visitor visitor) {
    AgentContact contact = open.contact();
    if (contact.phase() != Phase.WRITING || !door.isRobbed(open, visitor)) {
      return null;
    }
    String reason =
        "the machine calls from %s, but %s, which is not identified as the machine, was taken for it and has its image and config drive; renew the secrets in them, and find out who has that address"
            .formatted(visitor.address(), contact.peerAddress());
    LOG.warn("{}: {}", open.order().node(), reason);
    return Contacts.failed(contact, reason);
  }
}
