package org.novabm.netswitch.snmp;

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
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;

/** A switch whose answers over SNMP are wrong on the wire. */
class LyingAgentTest {

  @TempDir static Path folder;
  private static PrivateAgent agent;

  @BeforeAll
  static void startAgent() throws IOException {
    agent = new PrivateAgent(folder);
  }

  @AfterAll
  static void stopAgent() {
    if (agent != null) {
      agent.close();
    }
  }

  @Nested
  class ByCommunity extends Asked {
    @Override
    Endpoint account() {
      return agent.byCommunity();
    }
  }

  @Nested
  class ByUser extends Asked {
    @Override
    Endpoint account() {
      return agent.byUser(PrivateAgent.PHRASE);
    }
  }

  /** Reads one port, for which a dozen tables are read. */
  abstract static class Asked implements LyingPeerContract {

    private final SnmpProvider provider = new SnmpProvider();

    Asked() {
      provider.configure(
          new BackendSettings("netswitch:snmp", Map.of("timeout", "0.15", "retries", "10")));
    }

    abstract Endpoint account();

    @Override
    public LyingPeer peer() throws IOException {
      return new LyingDatagrams(account().port());
    }

    @Override
    public void ask(int port, Duration within) {
      Endpoint lying = new Endpoint("127.0.0.1", port, account().user(), account().password());
      try (SwitchManager manager = provider.open(lying)) {
        manager.read(new PortName("ge2"), within);
      }
    }

    @Override
    public int answers() {
      return 12;
    }
  }
}
