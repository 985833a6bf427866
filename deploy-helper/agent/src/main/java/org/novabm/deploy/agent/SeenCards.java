package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.MacAddress;

/**
 * All that is to be seen: the first that knows an address is believed.
 *
 * @param relays of whose addresses nothing is believed
 * @param lookouts the one to be believed most first
 */
record SeenCards(List<AddressBlock> relays, List<Lookout> lookouts) implements Lookout {

  SeenCards {
    relays = List.copyOf(relays);
    lookouts = List.copyOf(lookouts);
  }

  @Override
  public @Nullable MacAddress cardOf(InetAddress address) {
    if (relays.stream().anyMatch(network -> network.contains(address))) {
      return null;
    }
    for (Lookout lookout : lookouts) {
      @Nullable MacAddress card = lookout.cardOf(address);
      if (card != null) {
        return card;
      }
    }
    return null;
  }
}
