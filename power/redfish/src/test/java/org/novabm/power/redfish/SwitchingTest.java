package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What a machine shows while it switches, and how it is switched. */
class SwitchingTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(700);

  @ParameterizedTest
  @ValueSource(strings = {"null null", "Reset Reset", "PoweringOn null Starting", "Off Off"})
  void whatSaysNothingIsNotThereYet(String words) {
    try (TestBmc bmc = TestBmc.plain("on-shows=" + words);
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aWordThatStaysUnknownIsTold() {
    try (TestBmc bmc = TestBmc.plain("on-shows=" + "Reset ".repeat(500).strip());
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, SHORT))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("\"Reset\", so it is unknown whether the machine is on");
    }
  }

  @Test
  void aMachineThatComesIsNotOff() {
    try (TestBmc bmc = TestBmc.plain("on-shows=" + "PoweringOn ".repeat(500).strip())) {
      try (PowerManager power = bmc.open()) {
        assertThat(power.apply(PowerAction.ON, SHORT)).isEqualTo(PowerState.OFF);
      }
      try (PowerManager power = bmc.open()) {
        assertThat(power.state(WITHIN)).isEqualTo(PowerState.ON);
        assertThat(power.apply(PowerAction.OFF, WITHIN)).isEqualTo(PowerState.OFF);
      }
      assertThat(bmc.bmc().isOn()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CYCLE, info, On ForceOff ForceRestart GracefulShutdown",
    "RESET, info, On ForceOff PowerCycle GracefulShutdown",
    "CYCLE, inline, On ForceOff GracefulShutdown",
    "RESET, inline, On ForceOff GracefulShutdown",
    "CYCLE, no, On ForceOff",
    "RESET, no, On ForceOff ForceRestart",
  })
  void aRestartIsDoneByWhatThereIs(PowerAction restart, String told, String resets) {
    try (TestBmc bmc = TestBmc.plain("resets-told=" + told, "resets=" + resets);
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
      assertThat(power.apply(restart, WITHIN)).isEqualTo(PowerState.ON);
      assertThat(power.apply(PowerAction.OFF, WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void whatIsInNoListIsUnsupported() {
    try (TestBmc bmc = TestBmc.plain("resets=On ForceOff");
        PowerManager power = bmc.open()) {
      power.apply(PowerAction.ON, WITHIN);
      assertThatThrownBy(() -> power.apply(PowerAction.SOFT_OFF, WITHIN))
          .isInstanceOf(BackendException.Unsupported.class)
          .hasMessageContaining("none of [GracefulShutdown, PushPowerButton]");
    }
  }

  @Test
  void aListThatIsWrongIsLookedUpInTheOtherOne() {
    try (TestBmc bmc = TestBmc.named("smc-x12");
        PowerManager power = bmc.open()) {
      power.apply(PowerAction.ON, WITHIN);
      assertThat(power.apply(PowerAction.SOFT_OFF, WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CYCLE", "RESET"})
  void aMachineThatDoesNotComeBackIsOff(PowerAction restart) {
    try (TestBmc bmc = TestBmc.plain("cycle-shows=On On On", "cycle-comes-back=no");
        PowerManager power = bmc.open()) {
      power.apply(PowerAction.ON, WITHIN);
      assertThat(power.apply(restart, SHORT)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void oneThatGoesLateIsWaitedForUntilItIsBack() {
    try (TestBmc bmc = TestBmc.plain("cycle-shows=On On null Off Off PoweringOn");
        PowerManager power = bmc.open()) {
      power.apply(PowerAction.ON, WITHIN);
      assertThat(power.apply(PowerAction.CYCLE, WITHIN)).isEqualTo(PowerState.ON);
      assertThat(bmc.bmc().seen()).hasSizeGreaterThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409})
  void whatSomebodyElseSwitchedOnIsOn(int status) {
    try (TestBmc bmc = TestBmc.plain("already=" + status, "pressed=yes");
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
    }
  }
}
