package org.novabm.netswitch.snmp;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.SwitchManagerContract;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManagerProvider;

class SnmpContractTest implements SwitchManagerContract {

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

  @Override
  public SwitchManagerProvider provider() {
    return new SnmpProvider();
  }

  @Override
  public Endpoint liveSwitch() {
    return agent.byUser(PrivateAgent.PHRASE);
  }

  @Override
  public Endpoint deadSwitch() {
    return Endpoint.parse("127.0.0.1:9", "none", Secret.of("public"));
  }

  @Override
  public PortName port() {
    return new PortName("ge2");
  }

  @Override
  public PortName missingPort() {
    return new PortName("ge99");
  }
}
