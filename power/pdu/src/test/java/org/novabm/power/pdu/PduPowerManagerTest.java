package org.novabm.power.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.OutletContract;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/**
 * The contract on outlet 7. That of wrong passwords is not kept: a unit does not answer a wrong
 * community, so it looks dead.
 */
class PduPowerManagerTest implements OutletContract, DeadEndpointContract {

  @TempDir static Path folder;
  private static SimulatedPdu pdu;
  private static DatagramSocket silent;

  private final PduPowerProvider provider = new PduPowerProvider();

  PduPowerManagerTest() {
    provider.configure(new BackendSettings("power:pdu", Map.of("off_seconds", "0.1")));
  }

  @BeforeAll
  static void startUnit() throws IOException {
    pdu = new SimulatedPdu(folder);
    silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void stopUnit() {
    if (pdu != null) {
      pdu.close();
      silent.close();
    }
  }

  @BeforeEach
  void switchOff() {
    pdu.set(7, 2);
    pdu.set(8, 2);
  }

  @Override
  public PowerManager open() {
    return provider.open(pdu.outlet("7"));
  }

  @Override
  public PowerState seenFromOutside() {
    return pdu.read(7).equals("1") ? PowerState.ON : PowerState.OFF;
  }

  @Override
  public PowerManager openDeadEndpoint() {
    return provider.open(
        new Endpoint("127.0.0.1,7", silent.getLocalPort(), "none", Secret.of("any")));
  }

  @Test
  void aMachineWithTwoSuppliesIsOffWhenBothAre() {
    try (PowerManager power = provider.open(pdu.outlet("7+8"))) {
      pdu.set(8, 1);
      assertThat(power.state(patience())).isEqualTo(PowerState.ON);
      assertThat(power.apply(PowerAction.OFF, patience())).isEqualTo(PowerState.OFF);
      assertThat(pdu.read(8)).isEqualTo("2");
      assertThat(power.apply(PowerAction.ON, patience())).isEqualTo(PowerState.ON);
      assertThat(pdu.read(7) + pdu.read(8)).isEqualTo("11");
    }
  }

  @Test
  void anOutletThatIsNotThereIsRefused() {
    try (PowerManager power = provider.open(pdu.outlet("9"))) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("1.3.6.1.4.1.318.1.3.4.5, and has no outlet 9 as we know it");
    }
  }

  @Test
  void aStateThatIsNeitherOnNorOffIsNotGuessedAt() {
    pdu.set(7, 5);
    try (PowerManager power = open()) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("outlet 7 is 5, which is neither on nor off");
    }
  }
}
