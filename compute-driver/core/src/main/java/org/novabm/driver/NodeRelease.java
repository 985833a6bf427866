package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.plan.ReleasePlan;
import org.novabm.task.NodeChange;
import org.novabm.task.Notices;
import org.novabm.task.Plans;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator says that a node is not to be believed busy any more. Its instance is ended on
 * record, with who said so and why; the machine, its power and its port stay as they are, and the
 * node is manageable then: offered to nobody.
 *
 * <p>A task that goes on at the node is given up first, and what it began is taken back: its
 * process may be in the middle of a step, and a node that was taken from under it would be switched
 * by two. Meanwhile the hold {@link #HOLD} keeps the node from the next instance. Whoever asks
 * again when the task is over gets the node released.
 */
public final class NodeRelease {

  /** Keeps a node whose task is given up for its release. */
  public static final String HOLD = "release";

  private static final Logger log = LoggerFactory.getLogger(NodeRelease.class);

  private static final int ROUNDS = 10;

  private final NodeStore nodes;
  private final TaskStore tasks;
  private final InstanceStore instances;
  private final HoldStore holds;
  private final Adoption adoption;
  private final Plans plans;
  private final InstantSource time;

  /**
   * Over the given records.
   *
   * @param adoption finds instances of an old driver that are not on record yet
   */
  public NodeRelease(
      NodeStore nodes,
      TaskStore tasks,
      InstanceStore instances,
      HoldStore holds,
      Adoption adoption,
      Plans plans,
      InstantSource time) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.instances = instances;
    this.holds = holds;
    this.adoption = adoption;
    this.plans = plans;
    this.time = time;
  }

  /**
   * Asks for it. Idempotent.
   *
   * @param id row number of the node
   */
  public ReleaseAnswer ask(long id, ReleaseOrder order) {
    for (int round = 0; round < ROUNDS; round++) {
      Node node = nodes.find(id);
      if (node == null) {
        return new ReleaseAnswer.Refused("there is no node " + id);
      }
      Task live = underWay(node);
      ReleaseAnswer answer = live == null ? release(node, order) : giveUp(node, live, order);
      if (answer != null) {
        return answer;
      }
    }
    return new ReleaseAnswer.Refused("others ask for the same node; ask again");
  }

  /** A deployment claims its node a moment before it is on record as that node's task. */
  private @Nullable Task underWay(Node node) {
    Task atNode = tasks.findByNode(node.id());
    Occupant occupant = node.occupant();
    if (atNode != null || occupant == null) {
      return atNode;
    }
    Task ofInstance = tasks.findByInstance(occupant.instance());
    return ofInstance == null || !ofInstance.isLive() ? null : ofInstance;
  }

  /** Null when the task went on meanwhile. */
  private @Nullable ReleaseAnswer giveUp(Node node, Task live, ReleaseOrder order) {
    if (live.verb() == Verb.RELEASE) {
      return new ReleaseAnswer.Begun(live.id());
    }
    String kept = kept(node);
    if (kept != null) {
      return new ReleaseAnswer.Refused(kept);
    }
    if (!order.force()) {
      return new ReleaseAnswer.Refused(
          "%s is under way at %s (task %s); wait until that is over, cancel it, or release by force"
              .formatted(live.verb().withArticle(), node.display(), live.id()));
    }
    Instant now = time.instant();
    holds.place(
        node.id(),
        Hold.placed(HOLD, order.by(), order.cut("to be released by force, "), now, null));
    boolean ending = live.standing().abort() != null || live.isTearingDown();
    if (!ending && !tasks.interrupt(Writes.of(live.with(live.standing().aborted(Abort.CANCEL))))) {
      return null;
    }
    log.warn("{} is to be released by force, {}", node.display(), order.asked());
    return new ReleaseAnswer.After(
        live.id(),
        "%s is under way at %s and %s first; ask again when task %s is over"
            .formatted(
                live.verb().withArticle(),
                node.display(),
                ending ? "goes to its end" : "is given up",
                live.id()));
  }

  /** Null when somebody else began something meanwhile. */
  private @Nullable ReleaseAnswer release(Node node, ReleaseOrder order) {
    Occupant occupant = node.occupant();
    Rule rule = Rules.of(node.state(), Verb.RELEASE);
    if (occupant == null && rule == null) {
      holds.release(node.id(), HOLD);
      return new ReleaseAnswer.Nothing(
          "nobody is on %s, and it is %s".formatted(node.display(), node.state().word()));
    }
    if (occupant != null) {
      String kept = kept(node);
      if (kept != null) {
        return new ReleaseAnswer.Refused(kept);
      }
      if (!order.force()) {
        return new ReleaseAnswer.Refused(
            "instance %s is on %s; destroy it, or release by force, which ends it on record and leaves the machine as it is"
                .formatted(occupant.instance(), node.display()));
      }
    }
    UUID task = begin(node, occupant, order);
    if (task == null) {
      return null;
    }
    log.warn("{} is released, {}", node.display(), order.asked());
    holds.release(node.id(), HOLD);
    return new ReleaseAnswer.Begun(task);
  }

  private static @Nullable String kept(Node node) {
    String isProtected = node.details().protectedText();
    return isProtected == null
        ? null
        : "%s is %s; take its protection off before it is released"
            .formatted(node.display(), isProtected);
  }

  private @Nullable UUID begin(Node node, @Nullable Occupant occupant, ReleaseOrder order) {
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    boolean ruled = Rules.of(node.state(), Verb.RELEASE) != null;
    ProvisionState from = ruled ? node.state() : ProvisionState.ERROR;
    UUID uuid = occupant == null ? null : occupant.instance();
    Task task =
        Task.begin(
            new Task.Head(id, Verb.RELEASE, from, uuid, now),
            plans.of(Verb.RELEASE, Map.of(ReleasePlan.ASKED, order.asked())),
            node.id());
    Instance instance = uuid == null ? null : onRecord(uuid);
    Instance told =
        instance == null
            ? null
            : instance.becoming(instance.state(), "released by force, " + order.asked());
    ProvisionState during = Objects.requireNonNull(Rules.of(from, Verb.RELEASE)).during();
    Writes writes =
        Writes.of(task)
            .with(told)
            .with(new NodeChange(node.id(), during, uuid == null ? null : TaskState.ERROR))
            .telling(Notices.started(Verb.RELEASE, told, now));
    return tasks.begin(writes) ? id : null;
  }

  private @Nullable Instance onRecord(UUID uuid) {
    Instance known = instances.findInstance(uuid);
    return known == null || known.isOver() ? adoption.adopt(uuid) : known;
  }
}
