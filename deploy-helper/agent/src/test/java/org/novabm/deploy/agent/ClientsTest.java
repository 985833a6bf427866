package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.AddressBlock;

/** Who is answered at all. */
class ClientsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static ClientNetworks served(String... networks) {
    return new ClientNetworks(Arrays.stream(networks).map(AddressBlock::parse).toList(), LOOPBACK);
  }

  private static boolean serves(ClientNetworks clients, String address) {
    return clients.test(InetAddress.ofLiteral(address));
  }

  @Test
  void networksAreComparedBitByBit() {
    ClientNetworks clients = served("10.77.0.64/26", "fd00:1::/33", "192.0.2.7");

    assertThat(serves(clients, "10.77.0.64")).isTrue();
    assertThat(serves(clients, "10.77.0.127")).isTrue();
    assertThat(serves(clients, "10.77.0.128")).isFalse();
    assertThat(serves(clients, "10.77.0.63")).isFalse();
    assertThat(serves(clients, "fd00:1:7fff::1")).isTrue();
    assertThat(serves(clients, "fd00:1:8000::1")).isFalse();
    assertThat(serves(clients, "192.0.2.7")).isTrue();
    assertThat(serves(clients, "192.0.2.6")).isFalse();
    assertThat(serves(clients, "127.0.0.1")).as("not named").isFalse();
    assertThat(serves(served("0.0.0.0/0"), "198.51.100.1")).isTrue();
    assertThat(serves(served("0.0.0.0/0"), "::1")).isFalse();
  }

  @Test
  void byDefaultOnlyTheNetworksOfTheCardAreServed() {
    ClientNetworks clients = new ClientNetworks(List.of(), LOOPBACK);

    assertThat(serves(clients, "127.5.6.7")).isTrue();
    assertThat(serves(clients, "::1")).isTrue();
    assertThat(serves(clients, "198.51.100.1")).isFalse();
  }

  @Test
  void whoIsNotNamedGetsNoBootFileAndNoFile(@TempDir Path folder) throws Exception {
    try (Rack rack = new Rack(folder, Map.of("clients", "127.0.0.0/28"));
        Machine named = new Machine(rack.address(), "127.0.0.15");
        Machine stranger = new Machine(rack.address(), "127.0.0.16")) {
      rack.published();

      assertThat(stranger.get("/boot.ipxe?mac=" + Rack.MAC, "").statusCode()).isEqualTo(403);
      assertThat(stranger.get("/files/deploy.vmlinuz", "").statusCode()).isEqualTo(403);
      assertThat(stranger.hello("0".repeat(64), Rack.DISK).statusCode()).isEqualTo(403);
      assertThat(named.hello(named.secret(), Rack.DISK).statusCode()).isEqualTo(200);
    }
  }
}
