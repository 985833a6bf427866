package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.VmState;
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
  private final InstanceStore instances;
  private final NodeGuard guard;
  private final Plans plans;
  private final InstantSource time;

  /**
   * Over the given records.
   *
   * @param guard what an operator keeps from being done
   */
  public NodeDriver(
      NodeStore nodes,
      TaskStore tasks,
      InstanceStore instances,
      NodeGuard guard,
      Plans plans,
      InstantSource time) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.instances = instances;
    this.guard = guard;
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
    return ask(id, verb, null);
  }

  /**
   * Makes an instance of what runs on the node, and leaves the machine as it is: its BMC is asked
   * for the power, and that is all.
   *
   * @param id row number of the node
   * @param what the instance is to be known as; no live one has its uuid
   */
  public DriverAnswer adopt(long id, InstanceRequest what) {
    return ask(id, Verb.ADOPT, what);
  }

  private DriverAnswer ask(long id, Verb verb, @Nullable InstanceRequest what) {
    for (int round = 0; round < ROUNDS; round++) {
      Task live = tasks.findByNode(id);
      if (live != null) {
        return live.verb() == verb && (what == null || what.instance().equals(live.instance()))
            ? new DriverAnswer.Already(live.id(), "it is on its way")
            : new DriverAnswer.NotNow(
                live.id(),
                "%s is under way; wait until that is over".formatted(live.verb().withArticle()));
      }
      Node node = nodes.find(id);
      Rule rule = node == null ? null : Rules.of(node.state(), verb);
      if (node != null && what != null && node.isHeldBy(what.instance())) {
        return new DriverAnswer.Already(null, "the instance is on the node");
      }
      if (node == null || rule == null || node.occupant() != null) {
        return new DriverAnswer.NotNow(null, refusal(node, id));
      }
      String kept = guard.refusal(node, verb);
      if (kept == null && what != null) {
        kept = taken(what.instance());
      }
      if (kept != null) {
        return new DriverAnswer.NotNow(null, kept);
      }
      UUID task = begin(node, verb, rule, what);
      if (task != null) {
        log.info("{} is asked to {}", node.display(), verb.word());
        return new DriverAnswer.Accepted(task);
      }
    }
    return new DriverAnswer.NotNow(null, "others ask for the same node; ask again");
  }

  /** Why no instance of that uuid can be made; null when one can. */
  private @Nullable String taken(UUID uuid) {
    Instance known = instances.findInstance(uuid);
    Node node = nodes.findByInstance(uuid);
    if (node == null && (known == null || known.isOver())) {
      return null;
    }
    return "there is an instance %s already%s; give another uuid, or destroy that one first"
        .formatted(uuid, node == null ? "" : ", on " + node.display());
  }

  /** Null when somebody else began something meanwhile. */
  private @Nullable UUID begin(Node node, Verb verb, Rule rule, @Nullable InstanceRequest what) {
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    UUID uuid = what == null ? null : what.instance();
    Task.Head head = new Task.Head(id, verb, node.state(), uuid, now);
    Task task = Task.begin(head, plans.of(verb, Map.of()), node.id());
    Writes writes = Writes.of(task).with(new NodeChange(node.id(), rule.during(), null));
    return tasks.begin(what == null ? writes : writes.with(found(what, node, now))) ? id : null;
  }

  private static Instance found(InstanceRequest what, Node node, Instant now) {
    return new Instance(what, VmState.BUILDING, null, node.id(), null, now, null, null, null);
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
