package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What makers do otherwise than specified. */
class QuirksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BmcFarm farm = BmcFarm.start();
  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final PlainChassis chassis = new PlainChassis(PowerState.OFF);

  @AfterEach
  void stop() {
    provider.close();
    farm.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10876, UEFI, DISK, 0x24",
    "10876, BIOS, DISK, 0x08",
    "10876, UEFI, NETWORK, 0x04",
    "674, UEFI, DISK, 0x08",
    "0, UEFI, DISK, 0x08",
  })
  void theDiskHasASelectorOfItsOwn(int maker, Firmware firmware, BootDevice device, String octet) {
    SimulatedBmc bmc =
        farm.add(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            BmcPlan.of(BmcAccount.of("admin", Secret.of("secret")), chassis).madeBy(maker));
    BootSelection wanted = new BootSelection(device, true, firmware);
    try (PowerManager power =
        provider.open(
            new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret")))) {
      assertThat(((BootDeviceControl) power).select(wanted, PATIENCE)).isEqualTo(wanted);
      assertThat(chassis.bootFlags()[1]).isEqualTo((byte) (int) Integer.decode(octet));
      assertThat(((BootDeviceControl) power).bootSelection(PATIENCE)).isEqualTo(wanted);
    }
  }
}
