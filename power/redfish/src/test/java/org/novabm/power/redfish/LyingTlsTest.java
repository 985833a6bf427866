package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.BackendException;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;
import org.novabm.spi.power.PowerManager;

/** A BMC whose records of TLS are wrong on the wire. */
class LyingTlsTest implements LyingPeerContract {

  @TempDir static Path folder;
  private static SimulatedRedfish bmc;
  private static RedfishPowerProvider provider;

  @BeforeAll
  static void startBmc() throws IOException {
    Certificate certificate = Certificate.make(folder);
    bmc = SimulatedRedfish.start(certificate);
    provider =
        TestBmc.configured(Map.of("verify_ca", certificate.pem().toString(), "timeout", "20"));
  }

  @AfterAll
  static void stopBmc() {
    bmc.close();
  }

  @Override
  public LyingPeer peer() throws IOException {
    return LyingWire.from(bmc.port());
  }

  @Override
  public void ask(int port, Duration within) {
    try (PowerManager power = provider.open(TestBmc.endpoint("127.0.0.1", port))) {
      assertThat(power.state(within)).isNotNull();
    }
  }

  @Override
  public int answers() {
    return 8;
  }

  /** Each may take two seconds more: a session is ended, if it can be. */
  @Override
  public int cases() {
    return 3;
  }

  /** What is damaged on the way is nobody's last word. */
  @Override
  public void assertTold(Throwable failure, int port) {
    LyingPeerContract.super.assertTold(failure, port);
    assertThat(failure).isNotInstanceOf(BackendException.Refused.class);
  }
}
