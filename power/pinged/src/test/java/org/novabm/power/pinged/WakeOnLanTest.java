package org.novabm.power.pinged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The contract on a machine whose card listens for its packet. */
class WakeOnLanTest implements PowerManagerContract {

  private static final String MAC = "52:54:00:ac:00:01";

  @TempDir private Path folder;

  private final WakeOnLanProvider provider = new WakeOnLanProvider();
  private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
  private PingedMachine machine;
  private DatagramSocket card;
  private final AtomicInteger deaf = new AtomicInteger();

  @BeforeEach
  void plugIn() throws SocketException {
    machine = new PingedMachine(folder);
    card = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
    configure(Map.of("off_program", machine.offProgram()));
  }

  @AfterEach
  void unplug() {
    card.close();
  }

  private void listen() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[200], 200);
        card.receive(packet);
        packets.add(HexFormat.of().formatHex(Arrays.copyOf(packet.getData(), packet.getLength())));
        if (deaf.getAndDecrement() <= 0) {
          machine.wake();
        }
      }
    } catch (IOException e) {
      // unplugged
    }
  }

  private void configure(Map<String, String> others) {
    Map<String, String> keys = new HashMap<>();
    keys.put("broadcast", "127.0.0.1");
    keys.put("again_seconds", "0.1");
    keys.put("ping", machine.ping());
    keys.putAll(others);
    provider.configure(new BackendSettings("power:wake_on_lan", keys));
  }

  private PowerManager open(String password) {
    return provider.open(
        new Endpoint(
            "10.0.0.7/" + MAC.replace(':', '-'), card.getLocalPort(), "none", Secret.of(password)));
  }

  @Override
  public PowerManager open() {
    return open("not a card's");
  }

  @Override
  public PowerState seenFromOutside() {
    return machine.state();
  }

  @Test
  void thePacketIsThatOfWakeonlan() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/wakeonlan")),
        "wakeonlan is not installed (Debian package wakeonlan)");
    List<String> line =
        List.of("wakeonlan", "-i", "127.0.0.1", "-p", "" + card.getLocalPort(), MAC);
    assertThat(new ProcessBuilder(line).start().waitFor()).isZero();
    String theirs = packets.poll(30, TimeUnit.SECONDS);
    Files.delete(folder.resolve("on"));
    try (PowerManager power = open()) {
      power.apply(PowerAction.ON, patience());
    }
    assertThat(packets.poll(30, TimeUnit.SECONDS)).isEqualTo(theirs).hasSize(204);
  }

  @Test
  void aCardsPasswordStandsAtTheEnd() throws Exception {
    try (PowerManager power = open("00:11:22:33:44:55")) {
      power.apply(PowerAction.ON, patience());
    }
    assertThat(packets.poll(30, TimeUnit.SECONDS)).endsWith("525400ac0001001122334455");
  }

  @Test
  void aPacketThatIsLostIsSentAgain() {
    deaf.set(2);
    try (PowerManager power = open()) {
      assertThat(power.apply(PowerAction.ON, patience())).isEqualTo(PowerState.ON);
    }
    assertThat(packets).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void whoIsOnIsNotWoken() throws IOException {
    machine.wake();
    try (PowerManager power = open()) {
      assertThat(power.apply(PowerAction.ON, patience())).isEqualTo(PowerState.ON);
    }
    assertThat(packets).isEmpty();
  }

  @Test
  void withoutAProgramNothingIsSwitchedOff() throws IOException {
    configure(Map.of());
    machine.wake();
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.OFF, patience()))
          .isInstanceOf(BackendException.Unsupported.class)
          .hasMessageContaining("do that by hand");
    }
    assertThat(machine.state()).isEqualTo(PowerState.ON);
  }

  @Test
  void theProgramIsToldWhom() throws IOException {
    machine.wake();
    try (PowerManager power = open()) {
      power.apply(PowerAction.OFF, patience());
    }
    assertThat(machine.noted("orders")).isEqualTo("10.0.0.7 " + MAC + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.7", "10.0.0.7/52-54", "-f/52-54-00-ac-00-01", "/52-54-00-ac-00-01"})
  void addressesWithoutHostAndMacAreRefused(String address) {
    assertThatThrownBy(() -> provider.open(new Endpoint(address, 0, "none", Secret.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
