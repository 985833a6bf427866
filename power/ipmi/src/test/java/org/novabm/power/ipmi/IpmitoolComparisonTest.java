package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What one client writes, the other reads, on the same BMC. */
class IpmitoolComparisonTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private IpmiSimulator simulator;
  private Ipmitool ipmitool;
  private PowerManager power;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator = IpmiSimulator.start(folder);
    power = provider.open(simulator.endpoint());
    ipmitool = new Ipmitool(simulator.endpoint(), 3);
  }

  @AfterEach
  void stop() {
    if (power != null) {
      power.close();
      simulator.close();
    }
    provider.close();
  }

  @Test
  void ipmitoolSeesThePowerThatWeSwitch() throws IOException, InterruptedException {
    assertThat(ipmitool.run("power", "status")).contains("Chassis Power is off");
    power.apply(PowerAction.ON, PATIENCE);
    assertThat(ipmitool.run("power", "status")).contains("Chassis Power is on");
    power.apply(PowerAction.OFF, PATIENCE);
    assertThat(ipmitool.run("power", "status")).contains("Chassis Power is off");
  }

  @Test
  void weSeeThePowerThatIpmitoolSwitches() throws IOException, InterruptedException {
    assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
    ipmitool.run("power", "on");
    assertThat(power.state(PATIENCE)).isEqualTo(PowerState.ON);
    ipmitool.run("power", "off");
    assertThat(power.state(PATIENCE)).isEqualTo(PowerState.OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "DEFAULT, No override",
    "NETWORK, Force PXE",
    "DISK, Force Boot from default Hard-Drive",
    "CDROM, Force Boot from CD/DVD",
    "FIRMWARE_SETUP, Force Boot into BIOS Setup"
  })
  void ipmitoolSeesTheBootDeviceThatWeSelect(BootDevice device, String words)
      throws IOException, InterruptedException {
    boot().select(new BootSelection(device, true, Firmware.UEFI), PATIENCE);
    assertThat(ipmitool.run("chassis", "bootparam", "get", "5"))
        .contains("Boot Device Selector : " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "none, DEFAULT",
    "pxe, NETWORK",
    "disk, DISK",
    "cdrom, CDROM",
    "bios, FIRMWARE_SETUP"
  })
  void weSeeTheBootDeviceThatIpmitoolSelects(String word, BootDevice device)
      throws IOException, InterruptedException {
    ipmitool.run("chassis", "bootdev", word);
    assertThat(boot().bootSelection(PATIENCE).device()).isEqualTo(device);
  }

  private BootDeviceControl boot() {
    return (BootDeviceControl) power;
  }
}
