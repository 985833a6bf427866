package org.novabm.provisioning;

import java.util.Map;

/**
 * Which step runs in which state.
 *
 * @param byState one for each working state
 */
public record Steps(Map<ProvisionState, ProvisioningStep> byState) {

  public Steps {
    byState = Map.copyOf(byState);
  }
}
