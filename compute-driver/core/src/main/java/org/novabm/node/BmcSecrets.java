package org.novabm.node;

import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/** Opens the passwords of BMCs, each where it is needed: nothing that reads nodes opens any. */
public interface BmcSecrets {

  /**
   * A node's BMC as it is on record now, with the password; that is empty where it has none.
   *
   * @throws BackendException.Refused when there is no such node, or its password cannot be
   *     decrypted with our key
   */
  Endpoint open(long node);
}
