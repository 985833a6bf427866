package org.novabm.rack.bmc;

import java.time.Duration;
import java.util.function.Supplier;

/** A machine that does not do what its BMC says, or takes its time. */
final class FaultyChassis implements Chassis {

  private final Chassis chassis;
  private final Supplier<FaultRules> faults;
  private Runnable pending = () -> {};
  private long due;

  FaultyChassis(Chassis chassis, Supplier<FaultRules> faults) {
    this.chassis = chassis;
    this.faults = faults;
  }

  @Override
  public boolean isOn() {
    settle();
    return chassis.isOn();
  }

  @Override
  public void powerOn() {
    change(chassis::powerOn);
  }

  @Override
  public void powerOff() {
    change(chassis::powerOff);
  }

  @Override
  public void reset() {
    change(chassis::reset);
  }

  @Override
  public void softOff() {
    change(chassis::softOff);
  }

  @Override
  public byte[] bootFlags() {
    return chassis.bootFlags();
  }

  @Override
  public void setBootFlags(byte[] flags) {
    chassis.setBootFlags(flags);
  }

  private void change(Runnable change) {
    settle();
    Duration slow = faults.get().slow();
    if (faults.get().lies()) {
      return;
    }
    if (slow.isZero()) {
      change.run();
      return;
    }
    Runnable before = pending;
    pending =
        () -> {
          before.run();
          change.run();
        };
    due = System.nanoTime() + slow.toNanos();
  }

  /** Nothing changes by itself here: who looks, sees what has come about meanwhile. */
  private void settle() {
    if (System.nanoTime() - due >= 0) {
      Runnable change = pending;
      pending = () -> {};
      change.run();
    }
  }
}
