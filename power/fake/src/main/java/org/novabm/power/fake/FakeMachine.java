package org.novabm.power.fake;

import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** A machine that does at once what it is told. Safe for many threads. */
final class FakeMachine {

  private volatile PowerState power = PowerState.OFF;
  private volatile BootSelection boot = new BootSelection(BootDevice.DEFAULT, true, Firmware.BIOS);

  PowerState power() {
    return power;
  }

  PowerState apply(PowerAction action) {
    power = action.target();
    return action.target();
  }

  BootSelection boot() {
    return boot;
  }

  BootSelection select(BootSelection selection) {
    boot = selection;
    return selection;
  }
}
