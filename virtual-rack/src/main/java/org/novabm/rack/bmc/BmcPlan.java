package org.novabm.rack.bmc;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a BMC is to be.
 *
 * @param suites that it lets in, at least one
 * @param slots sessions at a time
 */
public record BmcPlan(
    BmcAccount account, Chassis chassis, Set<Suite> suites, int slots, FaultRules faults) {

  private static final int USUAL_SLOTS = 16;

  public BmcPlan {
    suites = Collections.unmodifiableSet(EnumSet.copyOf(suites));
  }

  /** Both suites, sixteen sessions, no faults. */
  public static BmcPlan of(BmcAccount account, Chassis chassis) {
    return new BmcPlan(account, chassis, EnumSet.allOf(Suite.class), USUAL_SLOTS, FaultRules.NONE);
  }

  public BmcPlan withSuites(Suite first, Suite... others) {
    return new BmcPlan(account, chassis, EnumSet.of(first, others), slots, faults);
  }

  public BmcPlan withSlots(int most) {
    return new BmcPlan(account, chassis, suites, most, faults);
  }

  public BmcPlan withFaults(FaultRules rules) {
    return new BmcPlan(account, chassis, suites, slots, rules);
  }
}
