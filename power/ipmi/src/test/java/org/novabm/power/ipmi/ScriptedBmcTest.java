package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Two foreign clients prove the BMC side of both suites, and so, through it, our client's. */
class ScriptedBmcTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(ints = {3, 17})
  void ipmitoolAndWeAgreeInEachSuite(int suite) throws IOException, InterruptedException {
    ScriptedChassis chassis = new ScriptedChassis();
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.of(suite), chassis);
        IpmiPowerProvider provider = provider(suite);
        PowerManager power = provider.open(bmc.endpoint())) {
      Ipmitool ipmitool = new Ipmitool(bmc.endpoint(), suite);
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      assertThat(ipmitool.run("power", "status")).contains("Chassis Power is on");
      ipmitool.run("power", "off");
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 17})
  void freeIpmiAndWeAgreeInEachSuite(int suite, @TempDir Path folder)
      throws IOException, InterruptedException {
    ScriptedChassis chassis = new ScriptedChassis();
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.of(suite), chassis);
        IpmiPowerProvider provider = provider(suite);
        PowerManager power = provider.open(bmc.endpoint())) {
      Ipmipower ipmipower = new Ipmipower(folder, bmc.endpoint(), suite);
      assertThat(power.apply(PowerAction.ON, PATIENCE)).isEqualTo(PowerState.ON);
      assertThat(ipmipower.run("--stat")).endsWith(": on\n");
      ipmipower.run("--off");
      assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ipmitoolReadsOurBootFlags(boolean persistent) throws IOException, InterruptedException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, new ScriptedChassis());
        IpmiPowerProvider provider = provider(3);
        PowerManager power = provider.open(bmc.endpoint())) {
      BootSelection wanted = new BootSelection(BootDevice.NETWORK, persistent, Firmware.UEFI);
      assertThat(((BootDeviceControl) power).select(wanted, PATIENCE)).isEqualTo(wanted);
      String seen = new Ipmitool(bmc.endpoint(), 3).run("chassis", "bootparam", "get", "5");
      assertThat(seen)
          .contains("Boot Flag Valid")
          .contains("BIOS EFI boot")
          .contains("Force PXE")
          .contains(persistent ? "all future boots" : "only next boot");
    }
  }

  private static IpmiPowerProvider provider(int suite) {
    IpmiPowerProvider provider = new IpmiPowerProvider();
    provider.configure(
        new BackendSettings("power:ipmi", Map.of("cipher_suites", Integer.toString(suite))));
    return provider;
  }
}
