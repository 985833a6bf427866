package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** A switch whose answers are wrong on the wire, from its greeting on. */
class LyingCallersTest implements LyingPeerContract {

  private static final long DATAPATH = 0x525400ac0001L;
  private static final String ID = "0x525400ac0001";

  private OpenFlowProvider provider;
  private SwitchManager manager;

  @BeforeEach
  void listen() {
    // with time to greet even while the protocol's classes are loaded: it calls once only
    provider = ControlledSwitch.provider(0, Map.of());
    manager = provider.open(Endpoint.parse(ID, "", Secret.EMPTY));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Override
  public LyingPeer peer() throws IOException {
    return LyingWire.to(provider.port());
  }

  @Override
  public void ask(int port, Duration within) throws IOException {
    try (RawSwitch _ = RawSwitch.honest(port, DATAPATH)) {
      if (within.equals(within())) {
        manager.attach(new PortName("p1"), new Access(new VlanId(10)), within);
        manager.list(within);
      } else {
        // it was asked, and has no flows of ours
        assertThatThrownBy(() -> manager.list(within))
            .isInstanceOf(BackendException.Refused.class)
            .hasMessageContaining("take it over");
      }
    } finally {
      await().atMost(longest()).until(() -> provider.connections() == 0);
    }
  }

  @Override
  public void assertTold(Throwable failure, int port) {
    assertThat(failure).isInstanceOf(BackendException.class).hasMessageContaining(ID.substring(2));
  }

  @Override
  public int answers() {
    return 6;
  }
}
