package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What addresses may still guess. Who asks by UDP may be anybody, and what he asks in the name of
 * others is not held against those who are where they say they are.
 *
 * @param proven of addresses that took part in a connection
 * @param claimed of addresses that a datagram came with
 */
record Guesses(MissBudget proven, MissBudget claimed) {

  static Guesses of(IdentitySettings identity, InstantSource time) {
    return new Guesses(budget(identity, time), budget(identity, time));
  }

  private static MissBudget budget(IdentitySettings identity, InstantSource time) {
    return new MissBudget(
        identity.misses(), identity.missesPerMinute(), time, new SecureRandom().nextLong());
  }

  boolean take(InetAddress peer, boolean isProven) {
    return of(isProven).take(peer);
  }

  void giveBack(InetAddress peer, boolean isProven) {
    of(isProven).giveBack(peer);
  }

  private MissBudget of(boolean isProven) {
    return isProven ? proven : claimed;
  }
}
