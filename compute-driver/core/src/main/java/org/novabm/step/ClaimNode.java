package org.novabm.step;

import java.util.List;
import java.util.Map;
import org.novabm.node.ClaimOutcome;
import org.novabm.node.NodePool;
import org.novabm.task.Fact;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Picks a node and claims it; undone by {@link ReleaseNode}. */
public final class ClaimNode implements Step {

  private final NodePool pool;

  public ClaimNode(NodePool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "claim a node";
  }

  @Override
  public StepCall undo(Map<String, String> arguments) {
    return StepCall.of("release");
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (pool.claim(context.request(), context.task().standing().tried())) {
      case ClaimOutcome.Claimed(var node) ->
          new StepOutcome.Done("claimed " + node.display(), List.of(new Fact.Claimed(node)));
      case ClaimOutcome.Refused(var reason) -> new StepOutcome.Failed(reason);
    };
  }
}
