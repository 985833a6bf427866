package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException.Refused;

class EgressRuleTest {

  private static EgressRule rule(String hosts, String... addresses) {
    return new EgressRule(
        ImageHosts.parse(hosts),
        host -> {
          InetAddress[] found = new InetAddress[addresses.length];
          for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
          }
          return found;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, loopback",
    "127.255.1.2, loopback",
    "::1, loopback",
    "::ffff:127.0.0.1, loopback",
    "::127.0.0.1, loopback",
    "::ffff:0:127.0.0.1, loopback",
    "64:ff9b::127.0.0.1, loopback",
    "64:ff9b:1::169.254.169.254, link-local",
    "2002:7f00:1::, loopback",
    "2001:0:1:2:3:4:80ff:fffe, loopback",
    "169.254.169.254, link-local",
    "fe80::1, link-local",
    "fe80::1%1, link-local",
    "224.0.0.1, multicast",
    "ff02::1, multicast",
    "0.0.0.0, no host",
    "0.1.2.3, no host",
    "::, no host",
    "255.255.255.255, no host",
    "100.100.100.200, metadata",
    "168.63.129.16, metadata",
    "fd00:ec2::254, metadata"
  })
  void closedAddressesAreRefused(String address, String kind) {
    assertThatThrownBy(() -> rule("", address).resolve("images.test"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(kind)
        .hasMessageContaining("image_hosts");
    assertThatThrownBy(() -> rule("*, images.test", address).resolve("images.test"))
        .as("a name opens no closed address")
        .isInstanceOf(Refused.class)
        .hasMessageContaining(kind);
  }

  @Test
  void everyAddressOfThisHostIsRefused() throws SocketException {
    assertThat(ClosedAddresses.ofThisHost())
        .isNotEmpty()
        .allSatisfy(
            own ->
                assertThatThrownBy(() -> rule("", own.getHostAddress()).resolve("images.test"))
                    .isInstanceOf(Refused.class));
    assertThat(ClosedAddresses.kind(InetAddress.ofLiteral("192.0.2.1"), java.util.Set.of()))
        .isNull();
    assertThat(
            ClosedAddresses.kind(
                InetAddress.ofLiteral("64:ff9b::192.0.2.1"),
                java.util.Set.of(InetAddress.ofLiteral("192.0.2.1"))))
        .isEqualTo("an address of this host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "192.0.2.1", "2001:db8::1", "fd00::1"})
  void othersAreOpenByDefault(String address) throws UnknownHostException {
    assertThat(rule("", address).resolve("images.test"))
        .containsExactly(InetAddress.getByName(address));
  }

  @Test
  void oneClosedAddressAmongSeveralIsEnough() {
    assertThatThrownBy(() -> rule("", "192.0.2.1", "127.0.0.1").resolve("images.test"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("127.0.0.1");
    assertThatThrownBy(() -> rule("192.0.2.0/24", "192.0.2.1", "192.0.3.1").resolve("x.test"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("192.0.3.1");
  }

  @ParameterizedTest
  @CsvSource({
    "images.test, images.test, 192.0.2.1",
    "images.test, IMAGES.test., 192.0.2.1",
    "Images.Test., images.test, 192.0.2.1",
    "*.test, images.test, 192.0.2.1",
    "*.test, a.b.test, 192.0.2.1",
    "127.0.0.1, 127.0.0.1, 127.0.0.1",
    "127.0.0.0/8, anything.test, 127.0.0.9",
    "::1, localhost, ::1",
    "2001:db8::/33, x.test, 2001:db8:7fff::1",
    "a.test 192.0.2.0/31, x.test, 192.0.2.1"
  })
  void whatIsListedIsOpen(String hosts, String host, String address) {
    assertThatCode(() -> rule(hosts, address).resolve(host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "images.test, other.test, 192.0.2.1",
    "*.test, test, 192.0.2.1",
    "*.test, imagestest, 192.0.2.1",
    "images.test, images.test.evil, 192.0.2.1",
    "192.0.2.0/31, x.test, 192.0.2.2",
    "2001:db8::/33, x.test, 2001:db8:8000::1",
    "127.0.0.1, images.test, 192.0.2.1"
  })
  void whatIsNotListedIsRefused(String hosts, String host, String address) {
    assertThatThrownBy(() -> rule(hosts, address).resolve(host))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not in image_hosts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://images.test",
        "10.0.0.0/33",
        "10.0.0/8",
        "127.1",
        "2130706433",
        "fe80::1%1",
        "a b/c",
        "::1/129",
        "a.*.test",
        "10.0.0.0/-1",
        "host:80",
        "256.1.1.1"
      })
  void whatIsNoHostIsNamed(String hosts) {
    assertThatThrownBy(() -> ImageHosts.parse(hosts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }
}
