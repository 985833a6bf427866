package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7, 0",
    "10.0.0.7:6230, 10.0.0.7, 6230",
    "bmc.example:623, bmc.example, 623",
    "fd00::7, fd00::7, 0",
    "[fd00::7]:623, fd00::7, 623",
    "/run/openvswitch/db.sock, /run/openvswitch/db.sock, 0"
  })
  void anEndpointIsReadAndShownAlike(String text, String address, int port) {
    Endpoint endpoint = Endpoint.parse(text, "admin", Secret.of("x"));
    assertThat(endpoint.address()).isEqualTo(address);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(Endpoint.parse(endpoint.display(), "admin", Secret.of("x"))).isEqualTo(endpoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "host:x", "host:70000", "[fd00::7"})
  void whatIsNoEndpointIsRefused(String text) {
    assertThatThrownBy(() -> Endpoint.parse(text, "", Secret.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretIsNeverPrinted() {
    Endpoint endpoint = new Endpoint("h", 1, "u", Secret.of("hunter2"));
    assertThat(endpoint.toString()).doesNotContain("hunter2").contains("***");
    assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
  }

  @Test
  void macsHaveOneForm() {
    assertThat(new MacAddress("52-54-00-AC-00-01")).isEqualTo(new MacAddress("52:54:00:ac:00:01"));
    assertThat(new MacAddress("52:54:00:ac:00:01").dashed()).isEqualTo("52-54-00-ac-00-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5254.00AC.0001", "525400ac0001", "52-54-00-ac-00-01"})
  void macsAreReadAsSwitchesAndToolsWriteThem(String text) {
    assertThat(MacAddress.ofCard(text)).hasToString("52:54:00:ac:00:01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01:00:5e:00:00:fb", "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00"})
  void whatNoCardHasIsNotRegistered(String text) {
    assertThatThrownBy(() -> MacAddress.ofCard(text))
        .hasMessageContaining("not the address of one NIC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "52:54:00:ac:00",
        "52:54-00:ac:00:01",
        "5254.00ac.00",
        "52:54:00:ac:00:01:02",
        "52:54:00:ac:00:0g",
        "x"
      })
  void whatIsNoMacIsRefused(String text) {
    assertThatThrownBy(() -> new MacAddress(text)).hasMessageContaining("not a MAC address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-p", "ge 0", "p;reboot", "<port>", "p\n", "p$(x)", "p'"})
  void aPortNameIsNothingButAName(String text) {
    assertThatThrownBy(() -> new PortName(text)).hasMessageContaining("not a port name");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4095, 70000})
  void vlansAreBounded(int number) {
    assertThatThrownBy(() -> new VlanId(number)).hasMessageContaining("between 1 and 4094");
  }

  @Test
  void aTrunkHasATaggedVlanAndItsNativeOneIsNone() {
    VlanId ten = new VlanId(10);
    assertThatThrownBy(() -> Trunk.of(ten, List.of())).hasMessageContaining("needs a tagged VLAN");
    assertThatThrownBy(() -> Trunk.of(ten, List.of(ten))).hasMessageContaining("is native");
    Trunk trunk = Trunk.of(ten, List.of(new VlanId(30), new VlanId(20), new VlanId(30)));
    assertThat(trunk).hasToString("tagged VLANs 20,30, native 10");
    assertThat(trunk.carries(ten)).isTrue();
    assertThat(trunk.carries(new VlanId(30))).isTrue();
    assertThat(trunk.carries(new VlanId(40))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "a b", "a;b", "a<b>", "a'b", "a\nb"})
  void aVlanNameIsNothingButAName(String name) {
    assertThatThrownBy(() -> new Vlan(new VlanId(1), name)).hasMessageContaining("not a VLAN name");
  }
}
