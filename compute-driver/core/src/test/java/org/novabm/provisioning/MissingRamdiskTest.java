package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.instance.InstanceRequest;
import org.novabm.spi.power.PowerState;

/** Where no ramdisk would boot, no machine is switched on to find that out. */
class MissingRamdiskTest {

  private static final String LACK = "deploy_kernel = /deploy.vmlinuz is missing: build it";

  private final Bench bench = new Bench();
  private final InstanceRequest request = Bench.request(1024, null);
  private final UUID instance = request.instance();

  private void spawn() {
    bench.nodes.addStandard(2048);
    bench.deployer.lack = LACK;
    bench.driver.spawn(request);
  }

  @Test
  void theSpawnFailsWithTheNameOfTheFileAndNothingIsSwitchedOn() {
    spawn();
    Deployment ended = bench.settle(instance);

    assertThat(ended.state()).isEqualTo(ProvisionState.FAILED);
    assertThat(ended.reason()).contains(LACK, "gave up after 3 attempts");
    assertThat(bench.devices.power).doesNotContainValue(PowerState.ON);
    assertThat(bench.store.timeline(ended.id()))
        .extracting(StepRecord::state)
        .contains(ProvisionState.PUBLISHING)
        .doesNotContain(ProvisionState.AIMING_AT_NETWORK, ProvisionState.STARTING_RAMDISK);
  }

  @Test
  void whatIsMendedInTimeGoesOn() {
    spawn();
    while (bench.ranLast != ProvisionState.PUBLISHING) {
      bench.now = java.util.Objects.requireNonNull(bench.runOnce(instance));
    }
    assertThat(bench.find(instance).state()).isEqualTo(ProvisionState.PUBLISHING);
    bench.deployer.lack = null;

    assertThat(bench.settle(instance).state()).isEqualTo(ProvisionState.ACTIVE);
  }
}
