package org.novabm.deploy.agent;

import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.AgentContact.Phase;

/** The changes an order's contact goes through. */
final class Contacts {

  private Contacts() {}

  static AgentContact published(AgentContact seen, java.time.Instant expires) {
    return new AgentContact(
        Phase.PUBLISHED, seen.image(), null, null, null, expires, 0, seen.total(), null);
  }

  /** The boot file was served with a new secret; an older one is void. */
  static AgentContact booting(AgentContact seen, String secretDigest, String peer) {
    return new AgentContact(
        Phase.BOOTING,
        seen.image(),
        secretDigest,
        peer,
        null,
        seen.expires(),
        0,
        seen.total(),
        null);
  }

  /** First contact was made; the boot secret stays, so that it is known when it is used again. */
  static AgentContact writing(AgentContact seen, String sessionDigest) {
    return new AgentContact(
        Phase.WRITING,
        seen.image(),
        seen.bootSecretDigest(),
        seen.peerAddress(),
        sessionDigest,
        null,
        0,
        seen.total(),
        null);
  }

  static AgentContact progressed(AgentContact seen, long bytes) {
    return with(seen, seen.phase(), bytes, null);
  }

  static AgentContact done(AgentContact seen) {
    return with(seen, Phase.DONE, seen.total(), null);
  }

  static AgentContact failed(AgentContact seen, String reason) {
    return with(seen, Phase.FAILED, seen.bytes(), reason);
  }

  static AgentContact withdrawn(AgentContact seen) {
    return with(seen, Phase.WITHDRAWN, seen.bytes(), null);
  }

  private static AgentContact with(
      AgentContact seen,
      Phase phase,
      long bytes,
      @org.jspecify.annotations.Nullable String reason) {
    return new AgentContact(
        phase,
        seen.image(),
        seen.bootSecretDigest(),
        seen.peerAddress(),
        seen.sessionDigest(),
        null,
        bytes,
        seen.total(),
        reason);
  }
}
