package org.novabm.provisioning;

import org.novabm.spi.BackendException;

/**
 * What is done in one working state. A step may be run again at any time, after a crash or because
 * an answer was lost, and must then find out what is done already.
 */
@FunctionalInterface
public interface ProvisioningStep {

  /**
   * Runs one attempt; blocks only as long as its devices' deadlines allow.
   *
   * @throws BackendException the loop decides from its type: unreachable is tried again, all else
   *     failed
   */
  StepOutcome run(StepContext context);
}
