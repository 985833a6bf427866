package org.novabm.netswitch.fake;

import java.util.List;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.BatchChangesContract;
import org.novabm.spi.contract.network.LinkAggregationContract;
import org.novabm.spi.contract.network.PortSecurityContract;
import org.novabm.spi.contract.network.SegmentProbeContract;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManagerProvider;

class FakeSwitchContractTest
    implements BatchChangesContract,
        PortSecurityContract,
        LinkAggregationContract,
        SegmentProbeContract {

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
  public PortName otherPort() {
    return new PortName("ge-0/0/2");
  }

  @Override
  public List<PortName> bundled() {
    return List.of(new PortName("ge-0/0/3"), new PortName("ge-0/0/4"));
  }

  @Override
  public PortName aggregateName() {
    return new PortName("ae0");
  }

  @Override
  public PortName missingPort() {
    return new PortName("missing");
  }
}
