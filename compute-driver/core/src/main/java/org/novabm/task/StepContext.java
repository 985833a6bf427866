package org.novabm.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.Node;

/**
 * What a step may know.
 *
 * @param task what it works for
 * @param instance the task's instance; null for a task of the node alone
 * @param node the claimed node; null when none is claimed, or it was removed from the pool
 * @param arguments what the plan tells it
 * @param now the time of this attempt
 */
public record StepContext(
    Task task,
    @Nullable Instance instance,
    @Nullable Node node,
    Map<String, String> arguments,
    Instant now) {

  /**
   * What was asked for.
   *
   * @throws IllegalStateException in a task of the node alone
   */
  public InstanceRequest request() {
    if (instance == null) {
      throw new IllegalStateException("task " + task.id() + " has no instance");
    }
    return instance.request();
  }

  /** For whom it is done, as devices keep it in their descriptions and logs. */
  public String purpose() {
    return instance == null ? task.verb().word() : "instance " + instance.uuid();
  }

  /** By which the deployer knows its work: the task that put the instance on its node. */
  public UUID job() {
    UUID former = instance == null ? null : instance.deployedBy();
    return former == null ? task.id() : former;
  }

  /** What the plan tells the step under this name. */
  public String argument(String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the plan does not say '" + name + "'");
    }
    return value;
  }

  /** How long ago the task was asked for. */
  public Duration total() {
    return Duration.between(task.head().created(), now);
  }

  /** How long the task has been in this step. */
  public Duration age() {
    return Duration.between(task.cursor().since(), now);
  }
}
