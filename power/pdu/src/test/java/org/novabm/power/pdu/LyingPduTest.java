package org.novabm.power.pdu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.contract.lies.LyingDatagrams;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.power.PowerManager;

/** A power distribution unit whose answers are wrong on the wire. */
class LyingPduTest {

  @TempDir static Path folder;
  private static SimulatedPdu pdu;

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

  @Nested
  class ByCommunity extends Asked {
    @Override
    Endpoint account() {
      return pdu.outlet("7");
    }
  }

  @Nested
  class ByUser extends Asked {
    @Override
    Endpoint account() {
      return pdu.secureOutlet("7", SimulatedPdu.PASS_PHRASE);
    }
  }

  /** Reads one outlet. */
  abstract static class Asked implements LyingPeerContract {

    private final PduPowerProvider provider = new PduPowerProvider();

    Asked() {
      provider.configure(
          new BackendSettings("power:pdu", Map.of("timeout", "0.15", "retries", "10")));
    }

    abstract Endpoint account();

    @Override
    public LyingPeer peer() throws IOException {
      return new LyingDatagrams(account().port());
    }

    @Override
    public void ask(int port, Duration within) {
      Endpoint unit = account();
      try (PowerManager power =
          provider.open(new Endpoint(unit.address(), port, unit.user(), unit.password()))) {
        power.state(within);
      }
    }

    @Override
    public int answers() {
      return 3;
    }
  }
}
