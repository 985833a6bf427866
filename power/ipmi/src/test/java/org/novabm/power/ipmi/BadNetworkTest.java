package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Loss, repetition, damage and forgery between us and a real BMC. */
class BadNetworkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static IpmiSimulator simulator;
  private final IpmiPowerProvider provider = new IpmiPowerProvider();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator = IpmiSimulator.start(folder);
  }

  @AfterAll
  static void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  @BeforeEach
  void repeatSoon() {
    provider.configure(new BackendSettings("power:ipmi", Map.of("timeout_seconds", "0.2")));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void anyLostQuestionIsRepeated(int lost) throws IOException {
    switchOnAndOff(
        (packet, number, onward) -> {
          if (number != lost) {
            onward.send(packet);
          }
        },
        UdpRelay.PASS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void anyLostAnswerIsAskedForAgain(int lost) throws IOException {
    switchOnAndOff(
        UdpRelay.PASS,
        (packet, number, onward) -> {
          if (number != lost) {
            onward.send(packet);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSixthOfAllPacketsMayBeLost(long seed) throws IOException {
    switchOnAndOff(losing(new Random(seed)), losing(new Random(seed + 100)));
  }

  private static UdpRelay.Rule losing(Random random) {
    return (packet, _, onward) -> {
      if (random.nextInt(6) != 0) {
        onward.send(packet);
      }
    };
  }

  @Test
  void repeatedAnswersCountOnce() throws IOException {
    switchOnAndOff(
        UdpRelay.PASS,
        (packet, _, onward) -> {
          onward.send(packet);
          onward.send(packet);
        });
    assertThat(dropped(DropReason.WRONG_SEQUENCE)).isPositive();
  }

  @Test
  void damagedAnswersAreNotBelieved() throws IOException {
    switchOnAndOff(
        UdpRelay.PASS,
        (packet, _, onward) -> {
          if (packet[5] == (byte) 0xC0) {
            byte[] damaged = packet.clone();
            damaged[packet.length - 20] ^= 0x10;
            onward.send(damaged);
          }
          onward.send(packet);
        });
    assertThat(dropped(DropReason.BAD_AUTHENTICATION_CODE)).isGreaterThanOrEqualTo(5);
  }

  @Test
  void cutAndLongPacketsAreDropped() throws IOException {
    switchOnAndOff(
        UdpRelay.PASS,
        (packet, _, onward) -> {
          onward.send(Arrays.copyOf(packet, packet.length / 2));
          onward.send(Arrays.copyOf(packet, 1500));
          onward.send(new byte[0]);
          onward.send(packet);
        });
    assertThat(dropped(DropReason.MALFORMED)).isPositive();
    assertThat(dropped(DropReason.TOO_LONG)).isPositive();
  }

  @Test
  void aFloodOfOneSessionIsBounded() throws IOException {
    switchOnAndOff(
        UdpRelay.PASS,
        (packet, _, onward) -> {
          onward.send(packet);
          for (int i = 0; i < 500; i++) {
            onward.send(packet);
          }
        });
    PacketCounts packets = provider.packets();
    assertThat(packets.received()).isGreaterThan(1000);
  }

  @Test
  void aStrangerWithACopyIsNotHeard() throws IOException {
    try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      AtomicReference<UdpRelay> relay = new AtomicReference<>();
      UdpRelay.Rule copiedByAStranger =
          (packet, _, onward) -> {
            SocketAddress client = relay.get().client();
            stranger.send(new DatagramPacket(packet, packet.length, client));
            onward.send(packet);
          };
      try (UdpRelay started = UdpRelay.start(simulator.port(), UdpRelay.PASS, copiedByAStranger)) {
        relay.set(started);
        switchOnAndOff(started);
      }
    }
    assertThat(dropped(DropReason.WRONG_ADDRESS)).isGreaterThanOrEqualTo(5);
  }

  private void switchOnAndOff(UdpRelay.Rule toBmc, UdpRelay.Rule toClient) throws IOException {
    try (UdpRelay relay = UdpRelay.start(simulator.port(), toBmc, toClient)) {
      switchOnAndOff(relay);
    }
  }

  private void switchOnAndOff(UdpRelay relay) throws IOException {
    Endpoint direct = simulator.endpoint();
    Endpoint endpoint = new Endpoint("127.0.0.1", relay.port(), direct.user(), direct.password());
    try (PowerManager power = provider.open(endpoint)) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      assertThat(simulator.power()).isEqualTo(PowerState.ON);
      assertThat(power.apply(PowerAction.OFF, PATIENCE)).isEqualTo(PowerState.OFF);
      assertThat(simulator.power()).isEqualTo(PowerState.OFF);
    }
  }

  private long dropped(DropReason reason) {
    return provider.packets().dropped(reason);
  }
}
