package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** What an owner may have done to the power, and what the machine is told for it. */
class PowerOnRequestTest {

  private final Bench bench = new Bench();
  private UUID instance = new UUID(0, 0);

  @BeforeEach
  void spawn() {
    bench.nodes.addStandard(2048);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    instance = request.instance();
    settles(ProvisionState.ACTIVE);
    bench.devices.orders.clear();
  }

  @Test
  void aSoftRebootShutsDownAndSwitchesOn() {
    bench.driver.reboot(instance, Manner.SOFT);
    settles(ProvisionState.ACTIVE);
    told(PowerAction.SOFT_OFF, PowerAction.ON);
    assertThat(bench.store.events())
        .endsWith("compute.instance.reboot.start", "compute.instance.reboot.end");
  }

  @Test
  void aSoftRebootCutsThePowerOfASystemThatDoesNotHeed() {
    bench.devices.deaf = true;
    bench.driver.reboot(instance, Manner.SOFT);
    settles(ProvisionState.ACTIVE);
    told(PowerAction.SOFT_OFF, PowerAction.OFF, PowerAction.ON);
  }

  @Test
  void aSoftRebootCutsThePowerWhereNobodyCanBeAsked() {
    bench.devices.outlets = true;
    bench.driver.reboot(instance, Manner.SOFT);
    settles(ProvisionState.ACTIVE);
    told(PowerAction.OFF, PowerAction.ON);
  }

  @Test
  void aHardRebootCyclesThePower() {
    bench.driver.reboot(instance, Manner.HARD);
    settles(ProvisionState.ACTIVE);
    told(PowerAction.CYCLE);
  }

  @Test
  void aHardRebootOfWhatIsStoppedSwitchesItOn() {
    bench.driver.stop(instance, Manner.HARD);
    settles(ProvisionState.STOPPED);
    told(PowerAction.OFF);
    assertThat(bench.driver.reboot(instance, Manner.SOFT))
        .asInstanceOf(type(DriverAnswer.NotNow.class))
        .extracting(DriverAnswer.NotNow::note)
        .isEqualTo(
            "the instance is stopped; what can be asked for now: terminate, stop, stop now, start, reboot");
    assertThat(bench.driver.reboot(instance, Manner.HARD))
        .isInstanceOf(DriverAnswer.Accepted.class);
    settles(ProvisionState.ACTIVE);
    told(PowerAction.OFF, PowerAction.ON);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.ON));
    assertThat(bench.store.events())
        .endsWith("compute.instance.reboot.start", "compute.instance.reboot.end");
  }

  @Test
  void aStopAsksTheSystemFirst() {
    bench.driver.stop(instance, Manner.SOFT);
    settles(ProvisionState.STOPPED);
    told(PowerAction.SOFT_OFF);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    assertThat(bench.driver.start(instance)).isInstanceOf(DriverAnswer.Already.class);
    settles(ProvisionState.ACTIVE);
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
    settles(ProvisionState.ACTIVE);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.ON));

    bench.driver.stop(instance, Manner.HARD);
    settles(ProvisionState.STOPPED);
    bench.devices.power.put("10.0.0.1", PowerState.ON);
    bench.driver.stop(instance, Manner.HARD);
    settles(ProvisionState.STOPPED);
    assertThat(bench.devices.power).contains(entry("10.0.0.1", PowerState.OFF));
  }

  @Test
  void aDestroyCutsThePower() {
    bench.driver.destroy(instance);
    settles(ProvisionState.DELETED);
    told(PowerAction.OFF);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHUTTING_DOWN", "RESTARTING"})
  void aDestroyComesInTheMiddleOfASoftReboot(ProvisionState middle) {
    bench.overrides.put(middle, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "not yet"));
    bench.driver.reboot(instance, Manner.SOFT);
    bench.runOnce(instance);
    assertThat(bench.find(instance).state()).isEqualTo(middle);
    assertThat(bench.driver.reboot(instance, Manner.HARD)).isInstanceOf(DriverAnswer.NotNow.class);
    assertThat(bench.driver.destroy(instance)).isInstanceOf(DriverAnswer.Accepted.class);
    settles(ProvisionState.DELETED);
  }

  @ParameterizedTest
  @EnumSource(names = {"SHUTTING_DOWN", "REBOOTING"})
  void aRebootThatFailsIsToldAndTheNextRequestBeginsAfresh(ProvisionState broken) {
    bench.overrides.put(broken, () -> new StepOutcome.Failed("no"));
    bench.driver.reboot(instance, broken == ProvisionState.REBOOTING ? Manner.HARD : Manner.SOFT);
    settles(ProvisionState.ACTIVE);
    assertThat(bench.find(instance).reason()).isEqualTo(broken.label() + ": no");
    assertThat(bench.store.events()).endsWith("compute.instance.reboot.error");
    bench.overrides.clear();
    bench.driver.stop(instance, Manner.SOFT);
    settles(ProvisionState.STOPPED);
    assertThat(bench.find(instance).reason()).isNull();
  }

  private void settles(ProvisionState state) {
    assertThat(bench.settle(instance).state()).isEqualTo(state);
  }

  private void told(PowerAction... orders) {
    assertThat(bench.devices.orders).containsExactly(orders);
  }
}
