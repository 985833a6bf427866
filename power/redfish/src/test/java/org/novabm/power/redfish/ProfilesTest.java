package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.spi.contract.power.BootDeviceControlContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.VirtualMedia;

/** The contract, with each kind of BMC that we have a profile of. */
@ParameterizedClass
@MethodSource("org.novabm.rack.redfish.RedfishProfile#names")
class ProfilesTest implements PowerManagerContract, BootDeviceControlContract {

  private final TestBmc bmc;

  ProfilesTest(String profile) {
    this.bmc = TestBmc.named(profile);
  }

  @AfterEach
  void noSessionIsLeft() {
    assertThat(bmc.bmc().sessions()).as("sessions left behind").isZero();
    bmc.close();
  }

  @Override
  public PowerManager open() {
    return bmc.open();
  }

  @Override
  public PowerState seenFromOutside() {
    return bmc.bmc().isOn() ? PowerState.ON : PowerState.OFF;
  }

  @Override
  public BootDevice bootDeviceSeenFromOutside() {
    return switch (bmc.bmc().bootTarget()) {
      case "None" -> BootDevice.DEFAULT;
      case "Pxe" -> BootDevice.NETWORK;
      case "Hdd", "UefiHdd" -> BootDevice.DISK;
      case "Cd", "UsbCd" -> BootDevice.CDROM;
      case "BiosSetup" -> BootDevice.FIRMWARE_SETUP;
      default -> throw new IllegalStateException(bmc.bmc().bootTarget());
    };
  }

  @Test
  void itsDriveAndSecureBootAndInventory() {
    URI image = URI.create("http://images.example/one.iso");
    try (PowerManager power = open()) {
      ((VirtualMedia) power).insert(image, patience());
      assertThat(bmc.bmc().image()).isEqualTo(image.toString());
      ((VirtualMedia) power).eject(patience());
      assertThat(bmc.bmc().image()).isNull();
      assertThat(((SecureBootControl) power).secureBoot(true, patience())).isTrue();
      assertThat(((AssetDataReader) power).inventory(patience()).serial()).isEqualTo("CH7");
    }
  }
}
