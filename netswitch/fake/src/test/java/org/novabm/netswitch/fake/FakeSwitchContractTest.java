package org.novabm.netswitch.fake;

import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.SwitchManagerContract;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManagerProvider;

class FakeSwitchContractTest implements SwitchManagerContract {

  private final FakeSwitchProvider provider = new FakeSwitchProvider();

  @Override
  public SwitchManagerProvider provider() {
    return provider;
  }

  @Override
  public Endpoint liveSwitch() {
    return Endpoint.parse("switch1", "", Secret.EMPTY);
  }

  @Override
  public Endpoint deadSwitch() {
    return Endpoint.parse("switch1.invalid", "", Secret.EMPTY);
  }

  @Override
  public PortName port() {
    return new PortName("ge-0/0/1");
  }

  @Override
  public PortName missingPort() {
    return new PortName("missing");
  }
}
