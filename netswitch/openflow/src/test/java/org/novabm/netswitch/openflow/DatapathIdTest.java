package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

class DatapathIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"0x0000525400ac0001", "525400AC0001", "00:00:52:54:00:ac:00:01"})
  void isReadInEveryFormThatSwitchesShow(String text) {
    assertThat(DatapathId.parse(text)).hasToString("0x0000525400ac0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "switch1", "0x12345678123456789", "00:01", "0x1;reboot"})
  void otherAddressesAreRefusedWhenTheSwitchIsUsed(String text) {
    assertThatThrownBy(() -> DatapathId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHostNameIsNoAddressOfAnOpenFlowSwitch() {
    try (OpenFlowProvider provider = ControlledSwitch.provider(0, Map.of())) {
      assertThatThrownBy(() -> provider.open(Endpoint.parse("leaf1:6653", "", Secret.EMPTY)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'leaf1' is not a datapath id");
    }
  }
}
