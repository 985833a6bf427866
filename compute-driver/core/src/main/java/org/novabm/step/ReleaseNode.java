package org.novabm.step;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleRecorder;
import org.novabm.instance.Instance;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.node.Occupant;
import org.novabm.plan.ReleasePlan;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Gives the node back to the pool, unless an undo step failed: then nobody knows what it would do
 * there.
 */
public final class ReleaseNode implements Step {

  private final NodePool pool;
  private final ConsoleRecorder consoles;

  public ReleaseNode(NodePool pool, ConsoleRecorder consoles) {
    this.pool = pool;
    this.consoles = consoles;
  }

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "release the node";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return new StepOutcome.Done("no node was claimed");
    }
    if (context.task().standing().held()) {
      return new StepOutcome.Withheld(
          node.display()
              + " is held in error, since it could not be cleaned up; fix it and destroy the instance again");
    }
    UUID instance = instance(context, node);
    if (instance != null) {
      consoles.end(node);
      pool.release(node, instance);
    }
    String asked = context.arguments().get(ReleasePlan.ASKED);
    return new StepOutcome.Done(
        node.display() + " is free" + (asked == null ? "" : ", as was asked for " + asked));
  }

  /** A node that is released by force may have one on it that is not on record. */
  private static @Nullable UUID instance(StepContext context, Node node) {
    Instance known = context.instance();
    Occupant occupant = node.occupant();
    return known != null ? known.uuid() : occupant == null ? null : occupant.instance();
  }
}
