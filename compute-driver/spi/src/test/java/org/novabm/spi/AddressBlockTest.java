package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

  @Test
  void anAddressIsInItsNetworkOfAnyLengthAndItsNeighbourIsNot() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      byte[] address = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(address);
      address[0] = 0x20;
      int bits = 1 + random.nextInt(address.length * 8);
      byte[] other = address.clone();
      other[(bits - 1) / 8] ^= (byte) (0x80 >> (bits - 1) % 8);
      AddressBlock network = new AddressBlock(of(address), bits);

      assertThat(network.contains(of(address))).isTrue();
      assertThat(network.contains(of(other))).as("%s and bit %d", network, bits).isFalse();
    }
  }

  private static InetAddress of(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneAddressIsABlockOfItsOwn() {
    assertThat(AddressBlock.parse("10.1.0.1")).hasToString("10.1.0.1/32");
    assertThat(AddressBlock.parse("fd00::/8").bits()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.1",
        "127.1",
        "10.1.0.0/",
        "10.1.0.0/x",
        "10.1.0.0/33",
        "10.1.0.0/-1",
        "fd00::/129",
        "fe80::1%eth0",
        "rack.example.org",
        "10.1.0.0/8/8",
        "256.1.1.1"
      })
  void whatIsNoBlockIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressBlock.parse(text));
  }
}
