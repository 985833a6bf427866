package org.novabm.rack.bmc;

import org.novabm.spi.power.PowerState;

/** A machine that is nothing but on or off. Safe for many threads. */
public final class PlainChassis implements Chassis {

  private static final int PERSISTENT = 0x40;

  private boolean on;
  private byte[] flags = new byte[5];
  private int starts;

  public PlainChassis(PowerState state) {
    this.on = state == PowerState.ON;
  }

  /** How often it was switched on or reset. */
  public synchronized int starts() {
    return starts;
  }

  @Override
  public synchronized boolean isOn() {
    return on;
  }

  @Override
  public synchronized void powerOn() {
    if (!on) {
      on = true;
      boot();
    }
  }

  @Override
  public synchronized void powerOff() {
    on = false;
  }

  @Override
  public synchronized void reset() {
    if (on) {
      boot();
    }
  }

  @Override
  public synchronized void softOff() {
    on = false;
  }

  /** Firmware takes flags that are for one boot away when it has read them. */
  private void boot() {
    starts++;
    if ((flags[0] & PERSISTENT) == 0) {
      flags = new byte[5];
    }
  }

  @Override
  public synchronized byte[] bootFlags() {
    return flags.clone();
  }

  @Override
  public synchronized void setBootFlags(byte[] wanted) {
    flags = wanted.clone();
  }
}
