package org.novabm.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.Node;

/**
 * What a step may know.
 *
 * @param deployment what it works for
 * @param node the claimed node; null when none is claimed (any more)
 * @param now the time of this attempt
 */
public record StepContext(Deployment deployment, @Nullable Node node, Instant now) {

  public UUID id() {
    return deployment.id();
  }

  public InstanceRequest request() {
    return deployment.request();
  }

  /** How long ago the message came. */
  public Duration total() {
    return Duration.between(deployment.created(), now);
  }

  /** How long the deployment has been in this state. */
  public Duration age() {
    return Duration.between(deployment.since(), now);
  }
}
