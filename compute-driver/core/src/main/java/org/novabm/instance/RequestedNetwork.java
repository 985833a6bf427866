package org.novabm.instance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * A network the instance wants to be on.
 *
 * @param id the network's id; may be empty when only the VLAN is known
 * @param vlan its VLAN, 1 to 4094; null when the configuration is to tell
 * @param mac of the card that is to be on it; null when nobody said so
 * @param mtu the longest packet on it in bytes; null when nobody said so: a guess would break what
 *     DHCP or the switch know better
 * @param subnets addresses on it; none means DHCP
 */
public record RequestedNetwork(
    String id,
    @Nullable Integer vlan,
    @Nullable MacAddress mac,
    @Nullable Integer mtu,
    List<Subnet> subnets) {

  public RequestedNetwork {
    // records of before there were any have none
    subnets = List.copyOf(Objects.requireNonNullElse(subnets, List.of()));
  }

  /** One of which only this is known. */
  public RequestedNetwork(String id, @Nullable Integer vlan) {
    this(id, vlan, null, null, List.of());
  }
}
