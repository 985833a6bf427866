package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
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
    Instance ended = bench.settle(instance);

    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.fault()).contains(LACK, "gave up after 3 attempts");
    assertThat(bench.devices.power).doesNotContainValue(PowerState.ON);
    assertThat(bench.timeline(instance))
        .extracting(StepRecord::label)
        .contains("publish the boot files")
        .doesNotContain("set network boot", "power on into the deploy ramdisk");
  }

  @Test
  void whatIsMendedInTimeGoesOn() {
    spawn();
    assertThat(bench.runOnce(instance)).isNotNull();
    assertThat(bench.timeline(instance).getLast().label()).isEqualTo("publish the boot files");
    bench.deployer.lack = null;

    assertThat(bench.settle(instance).state()).isEqualTo(VmState.ACTIVE);
  }
}
