package org.novabm.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.spi.deploy.ImageRef;

/** Which VLANs a spawn may ask for. */
class GuardedDriverTest {

  private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");

  private final ComputeDriver driver = new GuardedDriver(new Yes(), vlan -> vlan == 100, "100");

  private DriverAnswer spawn(RequestedNetwork... networks) {
    return driver.spawn(
        new InstanceRequest(
            ID,
            "n",
            "n",
            new Flavor("", 1, 1, 1, 0),
            new ImageRef("user.img", null, null),
            null,
            List.of(networks),
            null,
            Map.of(),
            Map.of(),
            RequestContext.NONE));
  }

  @Test
  void oneThatIsNotOnTheListIsRefused() {
    assertThat(spawn(new RequestedNetwork("a", 100), new RequestedNetwork("", 7)))
        .isEqualTo(new DriverAnswer.NotNow(null, "VLAN 7 is not in [novabm] allowed_vlans (100)"));
  }

  @Test
  void thoseOnTheListAndThoseOfTheConfigurationAreTaken() {
    assertThat(spawn(new RequestedNetwork("a", 100), new RequestedNetwork("b", null)))
        .isEqualTo(new DriverAnswer.Accepted(ID));
    assertThat(spawn()).isEqualTo(new DriverAnswer.Accepted(ID));
    assertThat(driver.destroy(ID)).isEqualTo(new DriverAnswer.Accepted(ID));
  }

  private record Yes() implements ComputeDriver {
    @Override
    public DriverAnswer spawn(InstanceRequest request) {
      return new DriverAnswer.Accepted(request.instance());
    }

    @Override
    public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
      return new DriverAnswer.Accepted(instance);
    }

    @Override
    public DriverAnswer cancel(UUID instance) {
      return new DriverAnswer.Accepted(instance);
    }

    @Override
    public DriverAnswer destroy(UUID instance) {
      return new DriverAnswer.Accepted(instance);
    }

    @Override
    public DriverAnswer start(UUID instance) {
      return new DriverAnswer.Accepted(instance);
    }

    @Override
    public DriverAnswer stop(UUID instance, Manner manner) {
      return new DriverAnswer.Accepted(instance);
    }

    @Override
    public DriverAnswer reboot(UUID instance, Manner manner) {
      return new DriverAnswer.Accepted(instance);
    }
  }
}
