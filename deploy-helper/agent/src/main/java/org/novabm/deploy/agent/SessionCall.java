package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.util.UUID;

/**
 * One request in a session.
 *
 * @param deployment whose
 * @param session the secret the agent got at first contact; never print this record
 * @param peer where it comes from
 */
record SessionCall(UUID deployment, String session, InetAddress peer) {

  SessionKey key() {
    return new SessionKey(deployment, OneTimeSecret.digest(session));
  }

  @Override
  public String toString() {
    return "SessionCall[" + deployment + ", " + peer + "]";
  }
}
