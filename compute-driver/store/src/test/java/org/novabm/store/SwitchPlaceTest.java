package org.novabm.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

class SwitchPlaceTest {

  private static SwitchPlace place(String driver, String address) {
    return SwitchPlace.of(driver, Endpoint.parse(address, "", Secret.EMPTY));
  }

  private static void areOne(String driver, String... spellings) {
    assertThat(List.of(spellings))
        .extracting(it -> place(driver, it))
        .containsOnly(place(driver, spellings[0]));
  }

  @Test
  void oneSwitchHasManySpellings() {
    areOne("junos", "leaf1", "LEAF1.", "Leaf1:830", "leaf1.:830");
    areOne("juniper", "10.0.0.1", "10.0.0.1:830");
    areOne("snmp", "2001:db8::1", "[2001:DB8:0:0:0:0:0:1]", "[2001:db8::0001]:161");
    areOne("openvswitch", "10.0.0.1", "::ffff:10.0.0.1", "10.0.0.1:6640");
    areOne(
        "openflow",
        "0x0000525400ac0001",
        "00:00:52:54:00:AC:00:01",
        "525400ac0001",
        "0X525400AC0001");
  }

  @Test
  void othersAreOthers() {
    assertThat(place("junos", "leaf1")).isNotEqualTo(place("snmp", "leaf1"));
    assertThat(place("junos", "leaf1:22")).isNotEqualTo(place("junos", "leaf1"));
    assertThat(place("junos", "ac1")).isNotEqualTo(place("openflow", "ac1"));
    assertThat(place("snmp", "10.0.0.1")).isNotEqualTo(place("snmp", "10.0.0.11"));
  }
}
