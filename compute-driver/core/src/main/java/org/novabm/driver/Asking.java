package org.novabm.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.TaskState;
import org.novabm.task.NodeChange;
import org.novabm.task.Plans;
import org.novabm.task.Task;

/** What may be asked for. */
record Asking(NodeStore nodes, Plans plans) {

  /** The instance's node; null when it is on none, or that is gone. */
  @Nullable Node node(Instance instance) {
    Long id = instance.node();
    return id == null ? nodes.findByInstance(instance.uuid()) : nodes.find(id);
  }

  /** Where the instance's node is in its life; in error when the node is gone. */
  static ProvisionState state(Instance instance, @Nullable Node node) {
    if (node == null || instance.state() == VmState.ERROR) {
      return ProvisionState.ERROR;
    }
    return node.state();
  }

  /** Verbs that somebody can plan. */
  List<Verb> possible(ProvisionState from) {
    return Rules.allowed(from).stream().filter(plans.verbs()::contains).toList();
  }

  /** What is written to the node when the task begins; null for nothing. */
  @Nullable NodeChange begun(Task task) {
    Long node = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    return node == null || rule == null || rule.during() == task.head().from()
        ? null
        : new NodeChange(
            node,
            rule.during(),
            task.verb() == Verb.DESTROY ? TaskState.ERROR : TaskState.BUILDING);
  }
}
