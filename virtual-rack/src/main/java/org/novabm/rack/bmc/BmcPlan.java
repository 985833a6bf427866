package org.novabm.rack.bmc;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a BMC is to be.
 *
 * @param maker that it says has made it, an IANA enterprise number
 * @param serial of the machine; one BMC's alone
 * @param suites that it lets in, at least one
 * @param slots sessions at a time
 * @param profile what it has of its own
 */
public record BmcPlan(
    BmcAccount account,
    int maker,
    Chassis chassis,
    SerialPort serial,
    Set<Suite> suites,
    int slots,
    FaultRules faults,
    BmcProfile profile) {

  private static final int USUAL_SLOTS = 16;

  public BmcPlan {
    suites = Collections.unmodifiableSet(EnumSet.copyOf(suites));
  }

  /** Both suites, sixteen sessions, no faults; the machine says what is typed. */
  public static BmcPlan of(BmcAccount account, Chassis chassis) {
    return new BmcPlan(
        account,
        0,
        chassis,
        SerialPort.echoing(),
        EnumSet.allOf(Suite.class),
        USUAL_SLOTS,
        FaultRules.NONE,
        BmcProfile.plain());
  }

  public BmcPlan withSuites(Suite first, Suite... others) {
    return new BmcPlan(
        account, maker, chassis, serial, EnumSet.of(first, others), slots, faults, profile);
  }

  public BmcPlan withSlots(int most) {
    return new BmcPlan(account, maker, chassis, serial, suites, most, faults, profile);
  }

  public BmcPlan withFaults(FaultRules rules) {
    return new BmcPlan(account, maker, chassis, serial, suites, slots, rules, profile);
  }

  /** With the cipher suites of that profile, too. */
  public BmcPlan with(BmcProfile kind) {
    return new BmcPlan(account, maker, chassis, serial, kind.suites(), slots, faults, kind);
  }

  public BmcPlan withSerial(SerialPort line) {
    return new BmcPlan(account, maker, chassis, line, suites, slots, faults, profile);
  }

  public BmcPlan madeBy(int number) {
    return new BmcPlan(account, number, chassis, serial, suites, slots, faults, profile);
  }
}
