package org.novabm.deploy.agent;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.DeployOrder;

/**
 * Who asks, as far as others than himself can tell.
 *
 * @param address where his packets come from
 * @param card the network card that was seen behind that address; null when nobody saw one
 */
record Visitor(String address, @Nullable MacAddress card) {

  /** The card that was seen is one of the order's machine. */
  boolean isMachineOf(DeployOrder order) {
    return card != null && order.macs().contains(card);
  }

  /** The card that was seen is none of the order's machine. */
  boolean isStrangerTo(DeployOrder order) {
    return card != null && !order.macs().contains(card);
  }
}
