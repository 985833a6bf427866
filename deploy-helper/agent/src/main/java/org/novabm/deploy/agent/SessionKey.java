package org.novabm.deploy.agent;

import java.util.UUID;

/**
 * Which session of which deployment: an order that is published again begins another, and what is
 * on its way to the former one's agent is not for this one.
 *
 * @param digest of the session's secret; empty before there is one
 */
record SessionKey(UUID deployment, String digest) {

  /** The session that an order is in. */
  static SessionKey of(AgentJob open) {
    String digest = open.contact().sessionDigest();
    return new SessionKey(open.order().deployment(), digest == null ? "" : digest);
  }
}
