package org.novabm.power.ipmi;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.contract.lies.LyingDatagrams;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.power.PowerManager;

/** A BMC whose packets are wrong on the wire, from the first of the log-in on. */
class LyingPacketsTest implements LyingPeerContract {

  private ScriptedBmc bmc;

  @BeforeEach
  void startBmc() throws IOException {
    bmc = ScriptedBmc.start(CipherSuite.SUITE_3, new ScriptedChassis());
  }

  @AfterEach
  void stopBmc() {
    bmc.close();
  }

  @Override
  public LyingPeer peer() throws IOException {
    return new LyingDatagrams(bmc.endpoint().port());
  }

  @Override
  public void ask(int port, Duration within) {
    Endpoint honest = bmc.endpoint();
    try (IpmiPowerProvider provider = new IpmiPowerProvider()) {
      provider.configure(
          new BackendSettings(
              "power:ipmi", Map.of("cipher_suites", "3", "timeout_seconds", "0.1")));
      try (PowerManager power =
          provider.open(new Endpoint("127.0.0.1", port, honest.user(), honest.password()))) {
        power.state(within);
      }
    }
  }

  @Override
  public int answers() {
    return 5;
  }
}
