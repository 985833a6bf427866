package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7",
        "bmc",
        "bmc-7.rack_2.example.org",
        "bmc.example.org.",
        "1bmc",
        "::1",
        "fe80::1%eth0",
        "2001:db8::ffff:10.0.0.1"
      })
  void oneHostPasses(String text) {
    assertThat(HostName.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-h",
        "a,b",
        "10.0.0.[1-5]",
        "a@host",
        "host/x",
        "host:623",
        "a b",
        "a;touch /tmp/x",
        "$(id)",
        "host\n",
        "..",
        "a..b",
        "é.example"
      })
  void nothingElseDoes(String text) {
    assertThat(HostName.isOne(text)).isFalse();
  }
}
