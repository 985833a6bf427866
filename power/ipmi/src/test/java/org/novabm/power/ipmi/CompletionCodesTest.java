package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.power.ipmi.IpmiCommand.Control;
import org.novabm.power.ipmi.wire.BootFlags;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.Privilege;
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
  private static final IpmiCommand POWER_UP = IpmiCommand.control(Control.POWER_UP);

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final ScriptedChassis chassis = new ScriptedChassis();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aBusyBmcIsAskedAgain() throws IOException {
    chassis
        .answering(IpmiCommand.setPrivilege(Privilege.ADMINISTRATOR), 0xC0)
        .answering(POWER_UP, 0xC0, 0xC3, 0xC0)
        .answering(IpmiCommand.getChassisStatus(), 0xD2);
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
    }
  }

  private static Integer[] always(int code) {
    return Stream.generate(() -> code).limit(10_000).toArray(Integer[]::new);
  }

  @Test
  void aBmcThatStaysBusyIsUnreachable() throws IOException {
    chassis.answering(IpmiCommand.getChassisStatus(), always(0xC0));
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> power.state(Duration.ofSeconds(1)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("node busy (0xC0)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0xC4", "0xD3", "0xD5", "0xFF"})
  void aRefusalThatPassesIsNone(String code) throws IOException {
    int once = Integer.decode(code);
    chassis.answering(POWER_UP, once).answering(IpmiCommand.getChassisStatus(), once, once);
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
    }
    assertThat(chassis.isOn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0xC1, Unsupported, invalid command (0xC1)",
    "0xD4, Refused, insufficient privilege level (0xD4)",
    "0xFF, Refused, unspecified error (0xFF)",
    "0x8F, Refused, command-specific code (0x8F)",
    "0xD5, Refused, not supported in the present state (0xD5)"
  })
  void aRefusalNamesItsCode(String code, String kind, String words) throws IOException {
    chassis.answering(POWER_UP, always(Integer.decode(code)));
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> power.apply(PowerAction.ON, PATIENCE))
          .isInstanceOf(BackendException.class)
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
          .hasMessageContaining("Chassis Control POWER_UP")
          .hasMessageContaining(words);
    }
    assertThat(chassis.isOn()).isFalse();
  }

  @Test
  void whatIsOnNeedNotBeSwitchedOn() throws IOException {
    chassis.switchedOn().answering(POWER_UP, 0xD5);
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aUserWithoutThePrivilegeIsToldSo() throws IOException {
    chassis.answering(IpmiCommand.setPrivilege(Privilege.ADMINISTRATOR), 0x81);
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, chassis);
        PowerManager power = provider.open(bmc.endpoint())) {
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
  @EnumSource(names = {"NO_CIPHER_SUITE_MATCH", "ILLEGAL_PARAMETER"})
  void aBmcThatDoesNotKnowTheBestSuiteIsAskedForTheNext(SetupStatus status) throws IOException {
    try (ScriptedBmc bmc =
            ScriptedBmc.start(CipherSuite.SUITE_3, chassis).refusingOtherSuitesAs(status);
        PowerManager power = provider.open(bmc.endpoint())) {
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
