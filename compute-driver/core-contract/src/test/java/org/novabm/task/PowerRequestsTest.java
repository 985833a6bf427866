package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Standing.Outcome;

/** What an owner may have done to the power, and what the machine is told for it. */
class PowerRequestsTest {

  private final Bench bench = new Bench();
  private UUID instance = new UUID(0, 0);

  @BeforeEach
  void spawn() {
    bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    instance = request.instance();
    settles(VmState.ACTIVE);
    bench.devices.orders.clear();
  }

  @Test
  void aSoftRebootShutsDownAndSwitchesOn() {
    bench.driver.reboot(instance, Manner.SOFT);
    settles(VmState.ACTIVE);
    told(PowerAction.SOFT_OFF, PowerAction.ON);
    assertThat(bench.store.events())
        .endsWith("compute.instance.reboot.start", "compute.instance.reboot.end");
  }

  @Test
  void aSoftRebootCutsThePowerOfASystemThatDoesNotHeed() {
    bench.devices.deaf = true;
    bench.driver.reboot(instance, Manner.SOFT);
    settles(VmState.ACTIVE);
    told(PowerAction.SOFT_OFF, PowerAction.OFF, PowerAction.ON);
  }

  @Test
  void aSoftRebootCutsThePowerWhereNobodyCanBeAsked() {
    bench.devices.outlets = true;
    bench.driver.reboot(instance, Manner.SOFT);
    settles(VmState.ACTIVE);
    told(PowerAction.OFF, PowerAction.ON);
  }

  @Test
  void aHardRebootCyclesThePower() {
    bench.driver.reboot(instance, Manner.HARD);
    settles(VmState.ACTIVE);
    told(PowerAction.CYCLE);
  }

  @ParameterizedTest
  @EnumSource
  void aRebootOfWhatIsStoppedSwitchesItOn(Manner manner) {
    bench.driver.stop(instance, Manner.HARD);
    settles(VmState.STOPPED);
    told(PowerAction.OFF);
    assertThat(bench.driver.reboot(instance, manner)).isInstanceOf(DriverAnswer.Accepted.class);
    settles(VmState.ACTIVE);
    told(PowerAction.OFF, PowerAction.ON);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.ON));
    assertThat(bench.store.events())
        .endsWith("compute.instance.reboot.start", "compute.instance.reboot.end");
  }

  @Test
  void aStopAsksTheSystemFirst() {
    bench.driver.stop(instance, Manner.SOFT);
    settles(VmState.STOPPED);
    told(PowerAction.SOFT_OFF);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Already.class);
    settles(VmState.ACTIVE);
    assertThat(bench.store.events())
        .endsWith(
            "compute.instance.power_off.start",
            "compute.instance.power_off.end",
            "compute.instance.power_on.start",
            "compute.instance.power_on.end");
  }

  @Test
  void theMachineIsSwitchedWhateverTheRecordSays() {
    bench.devices.power.put("10.0.0.1", PowerState.OFF);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    settles(VmState.ACTIVE);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.ON));

    bench.driver.stop(instance, Manner.HARD);
    settles(VmState.STOPPED);
    bench.devices.power.put("10.0.0.1", PowerState.ON);
    bench.driver.stop(instance, Manner.HARD);
    settles(VmState.STOPPED);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.OFF));
  }

  @Test
  void aDestroyCutsThePower() {
    bench.driver.destroy(instance);
    settles(VmState.DELETED);
    told(PowerAction.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shut down", "power on"})
  void aDestroyComesInTheMiddleOfASoftReboot(String middle) {
    bench.overrides.put(middle, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    bench.driver.reboot(instance, Manner.SOFT);
    bench.runOnce(instance);
    assertThat(bench.timeline(instance).getLast().label()).isEqualTo(middle);
    assertThat(bench.driver.reboot(instance, Manner.SOFT)).isInstanceOf(DriverAnswer.Already.class);
    assertThat(bench.driver.reboot(instance, Manner.HARD)).isInstanceOf(DriverAnswer.NotNow.class);
    assertThat(bench.driver.stop(instance, Manner.HARD)).isInstanceOf(DriverAnswer.NotNow.class);
    assertThat(bench.driver.destroy(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.driver.destroy(instance)).isInstanceOf(DriverAnswer.Already.class);
    settles(VmState.DELETED);
    assertThat(bench.store.events())
        .containsOnlyOnce("compute.instance.delete.start", "compute.instance.delete.end")
        .doesNotContain("compute.instance.reboot.end", "compute.instance.reboot.error");
  }

  @ParameterizedTest
  @EnumSource
  void aRebootThatFailsIsToldAndTheNextRequestBeginsAfresh(Manner manner) {
    String broken = manner == Manner.HARD ? "power cycle" : "shut down";
    bench.overrides.put(broken, () -> new StepOutcome.Failed("no"));
    bench.driver.reboot(instance, manner);
    settles(VmState.ACTIVE);
    assertThat(bench.find(instance).fault()).isEqualTo(broken + ": no");
    assertThat(bench.store.events()).endsWith("compute.instance.reboot.error");
    bench.overrides.clear();
    bench.driver.stop(instance, Manner.SOFT);
    settles(VmState.STOPPED);
    assertThat(bench.find(instance).fault()).isNull();
  }

  @Test
  void aSoftRebootThatCannotSwitchOnLeavesTheInstanceStopped() {
    bench.overrides.put("power on", () -> new StepOutcome.Failed("stuck"));
    bench.driver.reboot(instance, Manner.SOFT);
    settles(VmState.STOPPED);
    assertThat(bench.find(instance).fault()).isEqualTo("power on: stuck");
    assertThat(bench.task(instance).standing().outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shut down", "power off", "power on"})
  void aPowerRequestThatFailsLeavesTheInstanceWhereItWas(String step) {
    VmState before = VmState.ACTIVE;
    if (step.equals("power on")) {
      bench.driver.stop(instance, Manner.SOFT);
      settles(VmState.STOPPED);
      before = VmState.STOPPED;
    }
    bench.overrides.put(step, () -> new StepOutcome.Failed("stuck"));
    switch (step) {
      case "shut down" -> bench.driver.stop(instance, Manner.SOFT);
      case "power off" -> bench.driver.stop(instance, Manner.HARD);
      default -> bench.driver.start(instance);
    }
    settles(before);
    assertThat(bench.find(instance).fault()).contains("stuck");
  }

  private void settles(VmState state) {
    assertThat(bench.settle(instance).state()).isEqualTo(state);
  }

  private void told(PowerAction... orders) {
    assertThat(bench.devices.orders).containsExactly(orders);
  }
}
