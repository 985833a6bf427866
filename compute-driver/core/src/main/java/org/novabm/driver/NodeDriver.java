package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.task.NodeChange;
import org.novabm.task.Plans;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator asks of a node that no instance is on: it is put on record, as a task. */
public final class NodeDriver {

  private static final Logger log = LoggerFactory.getLogger(NodeDriver.class);

  private static final int ROUNDS = 10;

  private final NodeStore nodes;
  private final TaskStore tasks;
  private final Plans plans;
  private final InstantSource time;

  public NodeDriver(NodeStore nodes, TaskStore tasks, Plans plans, InstantSource time) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.plans = plans;
    this.time = time;
  }

  /**
   * Asks for a verb of the node alone, such as {@link Verb#MANAGE} or {@link Verb#PROVIDE}. The
   * same one that goes on already is {@link DriverAnswer.Already}.
   *
   * @param id row number of the node
   */
  public DriverAnswer ask(long id, Verb verb) {
    for (int round = 0; round < ROUNDS; round++) {
      Task live = tasks.findByNode(id);
      if (live != null) {
        return live.verb() == verb
            ? new DriverAnswer.Already(live.id(), "it is on its way")
            : new DriverAnswer.NotNow(
                live.id(),
                "a %s is under way; wait until that is over".formatted(live.verb().word()));
      }
      Node node = nodes.find(id);
      Rule rule = node == null ? null : Rules.of(node.state(), verb);
      if (node == null || rule == null || node.occupant() != null) {
        return new DriverAnswer.NotNow(null, refusal(node, id));
      }
      UUID task = begin(node, verb, rule);
      if (task != null) {
        log.info("{} is asked to {}", node.display(), verb.word());
        return new DriverAnswer.Accepted(task);
      }
    }
    return new DriverAnswer.NotNow(null, "others ask for the same node; ask again");
  }

  /** Null when somebody else began something meanwhile. */
  private @Nullable UUID begin(Node node, Verb verb, Rule rule) {
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    Task.Head head = new Task.Head(id, verb, node.state(), null, now);
    Task task = Task.begin(head, plans.of(verb, Map.of()), node.id());
    Writes writes = Writes.of(task).with(new NodeChange(node.id(), rule.during(), null));
    return tasks.begin(writes) ? id : null;
  }

  private String refusal(@Nullable Node node, long id) {
    if (node == null) {
      return "there is no node " + id;
    }
    if (node.occupant() != null) {
      return node.display()
          + " has instance "
          + node.occupant().instance()
          + " on it; destroy that first";
    }
    String possible =
        Rules.allowed(node.state()).stream()
            .filter(plans.verbs()::contains)
            .filter(verb -> verb != Verb.DEPLOY)
            .map(Verb::word)
            .collect(Collectors.joining(", "));
    return "%s is %s; what can be asked for now: %s"
        .formatted(node.display(), node.state().word(), possible);
  }
}
