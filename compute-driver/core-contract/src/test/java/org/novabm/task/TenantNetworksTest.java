package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestedNetwork;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;
import org.novabm.step.TenantNetworks;
import org.novabm.step.TenantNetworks.Found;

class TenantNetworksTest {

  private static final VlanId TWENTY = new VlanId(20);
  private static final VlanId THIRTY = new VlanId(30);
  private static final TenantNetworks NETWORKS = new TenantNetworks(TWENTY, Map.of("blue", THIRTY));

  @Test
  void noNetworkMeansTheConfiguredOne() {
    assertThat(find()).isEqualTo(new Found.Known(new Access(TWENTY), List.of(TWENTY)));
  }

  @Test
  void theMessagesOwnVlanComesFirstThenTheConfiguredOne() {
    assertThat(find(new RequestedNetwork("blue", 77)))
        .isEqualTo(new Found.Known(new Access(new VlanId(77)), List.of(new VlanId(77))));
    assertThat(find(new RequestedNetwork("blue", null)))
        .isEqualTo(new Found.Known(new Access(THIRTY), List.of(THIRTY)));
    assertThat(find(new RequestedNetwork("nobody's", null)))
        .isInstanceOfSatisfying(
            Found.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("'nobody's'", "tenant_networks"));
  }

  @Test
  void furtherNetworksAreTagged() {
    assertThat(find(new RequestedNetwork("blue", null), new RequestedNetwork("red", 40)))
        .isEqualTo(
            new Found.Known(
                Trunk.of(THIRTY, List.of(new VlanId(40))), List.of(THIRTY, new VlanId(40))));
  }

  @Test
  void theSameVlanTwiceIsNoTrunk() {
    assertThat(find(new RequestedNetwork("blue", null), new RequestedNetwork("red", 30)))
        .isEqualTo(new Found.Known(new Access(THIRTY), List.of(THIRTY, THIRTY)));
  }

  @Test
  void whatNobodyKnowsIsSaid() {
    assertThat(find(new RequestedNetwork("blue", null), new RequestedNetwork("red", null)))
        .isInstanceOfSatisfying(
            Found.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("'red'", "tenant_networks"));
    assertThat(new TenantNetworks(null, Map.of()).of(request()))
        .isInstanceOfSatisfying(
            Found.Unknown.class, unknown -> assertThat(unknown.reason()).contains("tenant_vlan"));
  }

  private static Found find(RequestedNetwork... networks) {
    return NETWORKS.of(request(networks));
  }

  private static InstanceRequest request(RequestedNetwork... networks) {
    InstanceRequest plain = Bench.request(1);
    return new InstanceRequest(
        plain.instance(),
        plain.name(),
        plain.hostname(),
        plain.flavor(),
        plain.image(),
        null,
        List.of(networks),
        null,
        Map.of(),
        Map.of(),
        plain.context());
  }
}
