package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.BatchChangesContract;
import org.novabm.spi.contract.network.LinkAggregationContract;
import org.novabm.spi.contract.network.SegmentProbeContract;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManagerProvider;

class OpenVswitchContractTest
    implements BatchChangesContract, SegmentProbeContract, LinkAggregationContract {

  @TempDir static Path folder;
  private static DummyOpenVswitch ovs;

  @BeforeAll
  static void startSwitch() throws IOException {
    ovs = InstalledSwitch.start(folder, List.of("tap1", "tap2", "tap3", "tap4"));
  }

  @AfterAll
  static void stopSwitch() {
    if (ovs != null) {
      ovs.close();
    }
  }

  @Override
  public SwitchManagerProvider provider() {
    return new OpenVswitchProvider();
  }

  @Override
  public Endpoint liveSwitch() {
    return InstalledSwitch.endpoint(ovs);
  }

  @Override
  public Endpoint deadSwitch() {
    return Endpoint.parse(folder.resolve("nobody.sock").toString(), "", Secret.EMPTY);
  }

  @Override
  public PortName port() {
    return new PortName("tap1");
  }

  @Override
  public PortName otherPort() {
    return new PortName("tap2");
  }

  @Override
  public List<PortName> bundled() {
    return List.of(new PortName("tap3"), new PortName("tap4"));
  }

  @Override
  public PortName aggregateName() {
    return new PortName("bond7");
  }

  @Override
  public PortName missingPort() {
    return new PortName("tap99");
  }
}
