package org.novabm.power.pdu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.power.OutletContract;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The contract by SNMPv3, authenticated by SHA-256 and encrypted by AES. */
class PduBySnmpVersion3Test implements OutletContract {

  @TempDir static Path folder;
  private static SimulatedPdu pdu;

  private final PduPowerProvider provider = new PduPowerProvider();

  @BeforeAll
  static void startUnit() throws IOException {
    pdu = new SimulatedPdu(folder);
  }

  @AfterAll
  static void stopUnit() {
    if (pdu != null) {
      pdu.close();
    }
  }

  @BeforeEach
  void switchOff() {
    provider.configure(new BackendSettings("power:pdu", Map.of("off_seconds", "0.1")));
    pdu.setSecurely(7, 2);
  }

  @Override
  public PowerManager open() {
    return provider.open(pdu.secureOutlet("7", SimulatedPdu.PASS_PHRASE));
  }

  @Override
  public PowerState seenFromOutside() {
    return pdu.readSecurely(7).equals("1") ? PowerState.ON : PowerState.OFF;
  }

  @Test
  void aWrongPassPhraseIsNoState() {
    try (PowerManager power = provider.open(pdu.secureOutlet("7", "another pass phrase"))) {
      assertThatThrownBy(() -> power.state(Duration.ofSeconds(10)))
          .isInstanceOf(BackendException.class);
    }
  }
}
