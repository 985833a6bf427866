package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;

class OpenFlowSettingsTest {

  private static OpenFlowSettings settings(Map<String, String> keys) {
    return OpenFlowSettings.from(new BackendSettings("netswitch:openflow", keys));
  }

  @Test
  void switchesCallTheHostsAddressAndNoOther() {
    OpenFlowSettings byDefault = settings(Map.of("my_ip", "192.0.2.7"));
    assertThat(byDefault.listen()).isEqualTo(new InetSocketAddress("192.0.2.7", 6653));
    assertThat(byDefault.atOnce()).isFalse();
    OpenFlowSettings named = settings(Map.of("my_ip", "192.0.2.7", "listen", "192.0.2.8:7000"));
    assertThat(named.listen()).isEqualTo(new InetSocketAddress("192.0.2.8", 7000));
    assertThat(named.atOnce()).isTrue();
  }

  @Test
  void whatIsInClearAndReachableIsKnownAsThat() {
    assertThat(settings(Map.of()).isGuarded()).isTrue();
    assertThat(settings(Map.of("listen", "[::1]:6653")).isGuarded()).isTrue();
    assertThat(settings(Map.of("my_ip", "192.0.2.7")).isGuarded()).isFalse();
    assertThat(settings(Map.of("listen", "0.0.0.0:6653")).isGuarded()).isFalse();
    assertThat(
            settings(
                    Map.of(
                        "listen", "0.0.0.0:6653",
                        "tls_keystore", "/k",
                        "tls_truststore", "/t",
                        "tls_password_file", "/p"))
                .isGuarded())
        .isTrue();
  }
}
