package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.power.ipmi.wire.BootFlags;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class CompletionCodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final ScriptedChassis chassis = new ScriptedChassis();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aBusyBmcIsAskedAgain() {
    try (ProfiledBmc bmc =
            ProfiledBmc.plain("refused=privilege:0xC0 control:0xC0,0xC3,0xC0 status:0xD2");
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aBmcThatStaysBusyIsUnreachable() {
    try (ProfiledBmc bmc = ProfiledBmc.plain("refused=status:0xC0*");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(Duration.ofSeconds(1)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("node busy (0xC0)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0xC4", "0xD3", "0xD5", "0xFF"})
  void aRefusalThatPassesIsNone(String code) {
    try (ProfiledBmc bmc =
            ProfiledBmc.plain("refused=control:%s status:%s*2".formatted(code, code));
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      assertThat(bmc.isOn()).isTrue();
    }
  }

  @Test
  void refusalsOfManyKindsInARowPassToo() {
    try (ProfiledBmc bmc = ProfiledBmc.named("supermicro");
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      assertThat(bmc.isOn()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0xC1, Unsupported, invalid command (0xC1)",
    "0xD4, Refused, insufficient privilege level (0xD4)",
    "0xFF, Refused, unspecified error (0xFF)",
    "0x8F, Refused, command-specific code (0x8F)",
    "0xD5, Refused, not supported in the present state (0xD5)"
  })
  void aRefusalNamesItsCode(String code, String kind, String words) {
    try (ProfiledBmc bmc = ProfiledBmc.plain("refused=control:" + code + "*");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, PATIENCE))
          .isInstanceOf(BackendException.class)
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
          .hasMessageContaining("Chassis Control POWER_UP")
          .hasMessageContaining(words);
      assertThat(bmc.isOn()).isFalse();
    }
  }

  @Test
  void whatIsOnNeedNotBeSwitchedOn() {
    try (ProfiledBmc bmc = ProfiledBmc.switchedOn("refused=control:0xD5*");
        PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aUserWithoutThePrivilegeIsToldSo() {
    try (ProfiledBmc bmc = ProfiledBmc.plain("refused=privilege:0x81*");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("user 'admin' be administrator");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_RESOURCES, Unreachable, no free session slot",
    "UNAUTHORIZED_NAME, Refused, check both",
    "UNAUTHORIZED_ROLE, Refused, privilege",
    "NO_CIPHER_SUITE_MATCH, Unsupported, cipher suite 17 and 3",
    "ILLEGAL_PARAMETER, Unsupported, illegal parameter",
    "UNAUTHORIZED_GUID, ProtocolViolation, unauthorized"
  })
  void aRefusedLoginSaysWhatToDo(SetupStatus status, String kind, String words) throws IOException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, status, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.class)
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
          .hasMessageContaining(words);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x11", "0x12"})
  void aBmcThatDoesNotKnowTheBestSuiteIsAskedForTheNext(String status) {
    try (ProfiledBmc bmc = ProfiledBmc.plain("suites=3", "other-suites=" + status);
        PowerManager power = bmc.open()) {
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void bootFlagsAreKeptBeyondAMinuteWhereTheBmcCan() throws IOException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      ((BootDeviceControl) power)
          .select(new BootSelection(BootDevice.DISK, true, Firmware.BIOS), PATIENCE);
    }
    assertThat(chassis.bootOption(3)).isEqualTo(Octets.of(3, 0x08));
    assertThat(chassis.bootOption(BootFlags.PARAMETER)).isEqualTo(Octets.of(5, 0xC0, 8, 0, 0, 0));
  }

  @Test
  void theRefusalToKeepBootFlagsIsNoFailure() throws IOException {
    chassis.answering(IpmiCommand.keepBootFlags(), 0x80);
    BootSelection wanted = new BootSelection(BootDevice.CDROM, false, Firmware.UEFI);
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(((BootDeviceControl) power).select(wanted, PATIENCE)).isEqualTo(wanted);
    }
  }
}
