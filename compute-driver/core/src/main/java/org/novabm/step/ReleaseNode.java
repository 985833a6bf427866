package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleRecorder;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
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
    consoles.end(node);
    pool.release(node, context.request().instance());
    return new StepOutcome.Done(node.display() + " is free");
  }
}
