package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** FreeIPMI takes lists and ranges of hosts: a node's command must not go to others' BMCs. */
class AddressesTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.[1-9]", "10.0.0.1,10.0.0.2", "a@host", "-h", "a b", "$(id)"})
  void oneThatIsNotOneHostIsRefused(String address) {
    Endpoint endpoint = new Endpoint(address, 0, "admin", Secret.of("secret"));
    for (var provider :
        new org.novabm.spi.power.PowerManagerProvider[] {
          new IpmiPowerProvider(), new IpmitoolPowerProvider(), new FreeIpmiPowerProvider()
        }) {
      assertThatThrownBy(() -> provider.open(endpoint))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a host name or address");
    }
  }
}
