package org.novabm.power.ipmi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BMCs that are used in another cipher suite than the best one. It is told once for each, since
 * whoever is on the path can bring it about by an answer in the BMC's name: the choice of the suite
 * is not protected (IPMI 2.0, 13.17).
 */
final class SuiteFallbacks {

  private static final Logger log = LoggerFactory.getLogger(SuiteFallbacks.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * A session was made in that suite.
   *
   * @param best the one that was wanted most
   */
  void made(String bmc, CipherSuite suite, CipherSuite best) {
    if (!suite.equals(best) && told.add(bmc)) {
      log.warn(
          "{}: cipher suite {} is used, because the BMC refused {}, or somebody on the path "
              + "refused it in its name; cipher_suites = {} in [power:ipmi] forbids that",
          bmc,
          suite.id(),
          best.id(),
          best.id());
    }
  }

  /** The BMCs that it was told of. */
  Set<String> told() {
    return Set.copyOf(told);
  }
}
