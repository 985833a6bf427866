package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/**
 * The promises of {@link BootDeviceControl}. The flags beside the device are not compared: a device
 * may drop them.
 */
public interface BootDeviceControlContract extends PoweredMachine {

  /** The boot device, seen by other means than the manager under test. */
  BootDevice bootDeviceSeenFromOutside();

  @ParameterizedTest
  @EnumSource
  default void selectsAndReadsBack(BootDevice device) {
    try (PowerManager power = open()) {
      BootDeviceControl boot = control(power);
      BootSelection wanted = new BootSelection(device, false, Firmware.BIOS);
      assertThat(boot.select(wanted, patience()).device()).isEqualTo(device);
      assertThat(boot.bootSelection(patience()).device()).isEqualTo(device);
      assertThat(bootDeviceSeenFromOutside()).isEqualTo(device);
    }
  }

  @Test
  default void selectingTwiceIsNoError() {
    try (PowerManager power = open()) {
      BootDeviceControl boot = control(power);
      BootSelection wanted = new BootSelection(BootDevice.NETWORK, true, Firmware.UEFI);
      BootSelection first = boot.select(wanted, patience());
      assertThat(first.device()).isEqualTo(BootDevice.NETWORK);
      assertThat(boot.select(wanted, patience())).isEqualTo(first);
      assertThat(boot.bootSelection(patience())).isEqualTo(first);
    }
  }

  @Test
  default void theLastSelectionCounts() {
    try (PowerManager power = open()) {
      BootDeviceControl boot = control(power);
      boot.select(new BootSelection(BootDevice.NETWORK, true, Firmware.BIOS), patience());
      boot.select(new BootSelection(BootDevice.DISK, true, Firmware.BIOS), patience());
      assertThat(boot.bootSelection(patience()).device()).isEqualTo(BootDevice.DISK);
      assertThat(bootDeviceSeenFromOutside()).isEqualTo(BootDevice.DISK);
    }
  }

  @Test
  default void selectingLeavesThePowerAlone() {
    try (PowerManager power = open()) {
      control(power)
          .select(new BootSelection(BootDevice.NETWORK, false, Firmware.BIOS), patience());
      assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
      assertThat(seenFromOutside()).isEqualTo(PowerState.OFF);
    }
  }

  private static BootDeviceControl control(PowerManager power) {
    assertThat(power).isInstanceOf(BootDeviceControl.class);
    return (BootDeviceControl) power;
  }
}
