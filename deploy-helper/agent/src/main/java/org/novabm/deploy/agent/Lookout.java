package org.novabm.deploy.agent;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/** Sees what there is to be seen of those who call. */
@FunctionalInterface
interface Lookout {

  /** Nobody is seen. */
  Lookout UNSEEN = address -> null;

  /** The network card behind an address; null when nothing is known of it. */
  @Nullable MacAddress cardOf(InetAddress address);

  default Visitor of(InetAddress address) {
    return new Visitor(address.getHostAddress(), cardOf(address));
  }

  /** Of an address as {@link Visitor#address()} has it. */
  default Visitor of(String address) {
    return of(InetAddress.ofLiteral(address));
  }
}
