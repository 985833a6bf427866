package org.novabm.power.fake;

import java.util.Map;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.BootDeviceControlContract;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class FakePowerManagerTest
    implements PowerManagerContract, BootDeviceControlContract, DeadEndpointContract {

  private static final Endpoint NODE = new Endpoint("node-1", 0, "", Secret.EMPTY);

  private final FakePowerProvider provider = new FakePowerProvider();

  @Override
  public PowerManager open() {
    return provider.open(NODE);
  }

  @Override
  public PowerState seenFromOutside() {
    return provider.power(NODE);
  }

  @Override
  public BootDevice bootDeviceSeenFromOutside() {
    return provider.boot(NODE).device();
  }

  @Override
  public PowerManager openDeadEndpoint() {
    FakePowerProvider failing = new FakePowerProvider();
    failing.configure(new BackendSettings("power:fake", Map.of("failure_percent", "100")));
    return failing.open(NODE);
  }
}
