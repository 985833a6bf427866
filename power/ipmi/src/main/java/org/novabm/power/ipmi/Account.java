package org.novabm.power.ipmi;

import java.nio.charset.StandardCharsets;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.Rakp1;
import org.novabm.power.ipmi.wire.SharedKey;
import org.novabm.spi.Endpoint;

/** Who we are to a BMC, checked against what IPMI 2.0 can carry. */
record Account(String user, Octets userBytes, SharedKey key) {

  /**
   * @throws IllegalArgumentException when user or password is too long
   */
  static Account of(Endpoint endpoint) {
    byte[] name = endpoint.user().getBytes(StandardCharsets.UTF_8);
    if (name.length > Rakp1.MOST_USER) {
      throw new IllegalArgumentException(
          endpoint.display()
              + ": user name '"
              + endpoint.user()
              + "' has "
              + name.length
              + " bytes, and IPMI 2.0 allows "
              + Rakp1.MOST_USER);
    }
    try {
      return new Account(endpoint.user(), Octets.copyOf(name), SharedKey.of(endpoint.password()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(endpoint.display() + ": " + e.getMessage(), e);
    }
  }
}
