package org.novabm.step;

import java.util.Map;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.node.Occupant;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Writes the instance on a node that is being adopted, on record alone; undone by {@link
 * ReleaseNode}.
 */
public final class OccupyNode implements Step {

  private final NodePool pool;

  public OccupyNode(NodePool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "occupy";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "put the instance on the node";
  }

  @Override
  public StepCall undo(Map<String, String> arguments) {
    return StepCall.of("release");
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    Occupant occupant = new Occupant(context.request().instance(), context.request().name());
    return pool.occupy(node, occupant)
        ? new StepOutcome.Done(node.display() + " has the instance on it")
        : new StepOutcome.Failed(
            "another instance is on %s, or this one is on another node; look at both"
                .formatted(node.display()));
  }
}
