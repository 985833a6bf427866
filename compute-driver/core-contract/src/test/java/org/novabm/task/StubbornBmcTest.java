package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.spi.power.PowerState;

/** BMCs that do half of what they are told: it is done otherwise, or said. */
class StubbornBmcTest {

  private final Bench bench = new Bench();

  private UUID active() {
    bench.nodes.addStandard(2048);
    bench.devices.stubborn = true;
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThat(bench.settle(request.instance()).state()).isEqualTo(VmState.ACTIVE);
    return request.instance();
  }

  @Test
  void whatDoesNotGoWithTheBootDeviceIsOnRecord() {
    UUID instance = active();
    assertThat(bench.timeline(instance))
        .filteredOn(line -> line.label().equals("set network boot"))
        .extracting(StepRecord::note)
        .singleElement()
        .asString()
        .startsWith("boots from NETWORK; the BMC did not take BIOS and shows UEFI")
        .contains("register the node with the other one")
        .contains("the next time only");
  }

  @Test
  void aRefusalToAskTheSystemIsNoReasonToLeaveItOn() {
    UUID instance = active();
    bench.driver.stop(instance, Manner.SOFT);
    assertThat(bench.settle(instance).state()).isEqualTo(VmState.STOPPED);
    assertThat(bench.devices.power).containsEntry("10.0.0.1", PowerState.OFF);
  }
}
