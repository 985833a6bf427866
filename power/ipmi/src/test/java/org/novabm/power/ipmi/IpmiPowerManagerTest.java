package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.BootDeviceControlContract;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.contract.power.WrongPasswordContract;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class IpmiPowerManagerTest
    implements PowerManagerContract,
        BootDeviceControlContract,
        WrongPasswordContract,
        DeadEndpointContract {

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private IpmiSimulator simulator;
  private DatagramSocket silent;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator = IpmiSimulator.start(folder);
    silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() {
    provider.close();
    if (simulator != null) {
      simulator.close();
      silent.close();
    }
  }

  @Override
  public PowerManager open() {
    return provider.open(simulator.endpoint());
  }

  @Override
  public PowerState seenFromOutside() {
    try {
      return simulator.power();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BootDevice bootDeviceSeenFromOutside() {
    try {
      return simulator.bootDevice();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PowerManager openWithWrongPassword() {
    return provider.open(simulator.endpoint("admin", wrongPassword()));
  }

  @Override
  public String wrongPassword() {
    return "not-the-one";
  }

  @Override
  public PowerManager openDeadEndpoint() {
    return provider.open(
        new Endpoint("127.0.0.1", silent.getLocalPort(), "admin", Secret.of("any")));
  }

  @Test
  void cyclingPassesThroughOff() throws IOException {
    try (PowerManager power = open()) {
      power.apply(PowerAction.ON, patience());
      assertThat(power.apply(PowerAction.CYCLE, patience())).isEqualTo(PowerState.ON);
    }
    assertThat(simulator.journal()).containsExactly("power 1", "power 0", "power 1");
  }

  @Test
  void resettingKeepsThePower() throws IOException {
    try (PowerManager power = open()) {
      power.apply(PowerAction.ON, patience());
      power.apply(PowerAction.RESET, patience());
    }
    assertThat(simulator.journal()).containsExactly("power 1", "reset 1");
  }

  @Test
  void aMachineThatIgnoresSoftOffIsStillOnWhenTheTimeIsOver() throws IOException {
    simulator.ignoreSoftShutdown();
    try (PowerManager power = open()) {
      power.apply(PowerAction.ON, patience());
      assertThat(power.apply(PowerAction.SOFT_OFF, Duration.ofSeconds(2))).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void tellsWhatTheBmcIs() {
    try (PowerManager power = open()) {
      assertThat(power).isInstanceOf(IdentityReader.class);
      assertThat(((IdentityReader) power).identity(patience()))
          .isEqualTo(new DeviceIdentity(0x1291, 0x0f02, "9.08"));
    }
  }

  /** Login 6, privilege 2, command 2, reading 2, close 2; one more reading is allowed. */
  @Test
  void switchingOnTakesFewPackets() {
    try (PowerManager power = open()) {
      assertThat(power.apply(PowerAction.ON, patience())).isEqualTo(PowerState.ON);
    }
    PacketCounts packets = provider.packets();
    assertThat(packets.sent() + packets.received()).isLessThanOrEqualTo(16);
    assertThat(packets.dropped().values()).containsOnly(0L);
  }
}
