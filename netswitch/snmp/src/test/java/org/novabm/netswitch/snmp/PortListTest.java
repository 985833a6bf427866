package org.novabm.netswitch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OctetString;

/** The bits of RFC 4363's PortList. */
class PortListTest {

  private static PortList list(String hex) {
    return PortList.of(OctetString.fromHexString(hex));
  }

  @Test
  void theHighestBitIsTheFirstPort() {
    assertThat(list("80:01").has(1)).isTrue();
    assertThat(list("80:01").has(16)).isTrue();
    assertThat(list("80:01").has(2)).isFalse();
    assertThat(list("80:01").has(17)).isFalse();
  }

  @Test
  void aPortMoreOrLessLeavesTheOthers() {
    assertThat(list("80:01").with(2, true)).isEqualTo(list("c0:01"));
    assertThat(list("c0:01").with(1, false)).isEqualTo(list("40:01"));
    assertThat(list("80:01").with(1, true)).isEqualTo(list("80:01"));
  }

  @Test
  void aListWithoutRoomForThePortIsAsLongAsTheOthers() {
    assertThat(list("80").roomy(9, list("00:00:00"))).isEqualTo(list("80:00:00"));
    assertThat(list("80").roomy(8, list("00:00:00"))).isEqualTo(list("80"));
    assertThat(list("").roomy(1, list("00:00"))).isEqualTo(list("00:00"));
  }

  @Test
  void theLengthIsKeptUnlessAPortNeedsMore() {
    assertThat(list("80:00:00").with(1, false)).isEqualTo(list("00:00:00"));
    assertThat(list("80").with(20, false)).isEqualTo(list("80"));
    assertThat(list("80").with(20, true)).isEqualTo(list("80:00:10"));
    assertThatThrownBy(() -> list("80").with(100_000, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
