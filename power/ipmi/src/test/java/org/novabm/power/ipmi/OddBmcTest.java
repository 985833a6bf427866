package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** BMCs that say "done" and do something else. */
class OddBmcTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SET_BOOT_OPTIONS = 8;

  private final IpmiPowerProvider provider = new IpmiPowerProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aCycleTooShortToBeSeenIsBelievedAfterAWhile() throws IOException {
    provider.configure(new BackendSettings("power:ipmi", Map.of("cycle_off_seconds", "0.2")));
    try (ScriptedBmc bmc =
            ScriptedBmc.start(CipherSuite.SUITE_3, new ScriptedChassis().switchedOn());
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(power.apply(PowerAction.CYCLE, PATIENCE)).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aMachineThatDoesNotSwitchOffIsReportedOn() throws IOException {
    ScriptedChassis stuck = new ScriptedChassis().switchedOn();
    try (ScriptedBmc bmc =
            ScriptedBmc.start(
                CipherSuite.SUITE_3,
                request -> request.command() == 2 ? done(request) : stuck.apply(request));
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThat(power.apply(PowerAction.OFF, Duration.ofSeconds(1))).isEqualTo(PowerState.ON);
    }
  }

  @Test
  void aBootDeviceThatIsNotKeptIsRefused() throws IOException {
    BootSelection wanted = new BootSelection(BootDevice.NETWORK, true, Firmware.BIOS);
    ScriptedChassis chassis = new ScriptedChassis();
    try (ScriptedBmc bmc =
            ScriptedBmc.start(
                CipherSuite.SUITE_3,
                request ->
                    request.command() == SET_BOOT_OPTIONS
                        ? done(request)
                        : chassis.apply(request));
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> ((BootDeviceControl) power).select(wanted, Duration.ofSeconds(1)))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("accepted boot device NETWORK");
    }
  }

  @Test
  void answersWithoutContentsAreViolations() throws IOException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, OddBmcTest::done);
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> power.state(PATIENCE))
          .isInstanceOf(BackendException.ProtocolViolation.class);
      assertThatThrownBy(() -> ((BootDeviceControl) power).bootSelection(PATIENCE))
          .isInstanceOf(BackendException.ProtocolViolation.class);
      assertThatThrownBy(() -> ((IdentityReader) power).identity(PATIENCE))
          .isInstanceOf(BackendException.ProtocolViolation.class);
    }
  }

  @Test
  void anotherBootDeviceIsUnsupported() throws IOException {
    int primaryRemoteMedia = 9;
    try (ScriptedBmc bmc =
            ScriptedBmc.start(
                CipherSuite.SUITE_3,
                request -> done(request, Octets.of(1, 5, 0x80, primaryRemoteMedia << 2, 0, 0, 0)));
        PowerManager power = provider.open(bmc.endpoint())) {
      assertThatThrownBy(() -> ((BootDeviceControl) power).bootSelection(PATIENCE))
          .isInstanceOf(BackendException.Unsupported.class)
          .hasMessageContaining("selector 9");
    }
  }

  private static IpmiResponse done(IpmiRequest request) {
    return done(request, Octets.EMPTY);
  }

  private static IpmiResponse done(IpmiRequest request, Octets data) {
    return new IpmiResponse(
        request.netFn() + 1, request.command(), request.sequence(), CompletionCode.DONE, data);
  }
}
