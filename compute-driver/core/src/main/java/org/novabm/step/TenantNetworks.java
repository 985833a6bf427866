package org.novabm.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestedNetwork;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * Which segment the networks of a request mean. The first network is the port's untagged VLAN,
 * further ones are tagged.
 *
 * @param unnamed for instances whose message names no network; null for none
 * @param byId VLANs by network id
 */
public record TenantNetworks(@Nullable VlanId unnamed, Map<String, VlanId> byId) {

  public TenantNetworks {
    byId = Map.copyOf(byId);
  }

  /** What was found. */
  public sealed interface Found {

    /**
     * The port is to carry this.
     *
     * @param vlans one for each network of the request, in its order; one alone when it names none
     */
    record Known(Segment segment, List<VlanId> vlans) implements Found {}

    /** Nobody can say; the reason tells what to configure. */
    record Unknown(String reason) implements Found {}
  }

  public Found of(InstanceRequest request) {
    List<RequestedNetwork> networks = request.networks();
    if (networks.isEmpty()) {
      return unnamed == null
          ? new Found.Unknown("the message names no network and [novabm] tenant_vlan is not set")
          : new Found.Known(new Access(unnamed), List.of(unnamed));
    }
    List<VlanId> vlans = new ArrayList<>();
    for (RequestedNetwork network : networks) {
      VlanId vlan = vlanOf(network);
      if (vlan == null) {
        return new Found.Unknown(
            "nobody knows the VLAN of network '%s'; add it to [novabm] tenant_networks (tenant_vlan serves requests that name no network)"
                .formatted(network.id()));
      }
      vlans.add(vlan);
    }
    return new Found.Known(segment(vlans), List.copyOf(vlans));
  }

  private static Segment segment(List<VlanId> vlans) {
    VlanId untagged = vlans.getFirst();
    List<VlanId> tagged = vlans.stream().filter(vlan -> !vlan.equals(untagged)).toList();
    return tagged.isEmpty() ? new Access(untagged) : Trunk.of(untagged, tagged);
  }

  /** Its own, else the configured one of its id; that of nobody else. */
  private @Nullable VlanId vlanOf(RequestedNetwork network) {
    Integer own = network.vlan();
    if (own != null) {
      return new VlanId(own);
    }
    return byId.get(network.id());
  }
}
