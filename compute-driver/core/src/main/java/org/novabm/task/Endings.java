package org.novabm.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.VmState;
import org.novabm.journal.Notice;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Standing.Outcome;

/** What the end of a task makes of its instance and its node, and who is told. */
final class Endings {

  private static final String CANCELLED = "it was cancelled";

  private final Plans plans;

  Endings(Plans plans) {
    this.plans = plans;
  }

  /**
   * All that is written with the end.
   *
   * @param task as it ended
   * @param before its instance until now
   * @param node as it was read last
   */
  Writes of(Task task, @Nullable Instance before, @Nullable Node node, Instant now) {
    Instance after = before == null ? null : after(task, before, now);
    Task next = next(task, after, now);
    return Writes.of(task)
        .with(after)
        .with(next == null ? change(task, node, after) : begun(next))
        .telling(notices(task, after, now))
        .followedBy(next);
  }

  private static Instance after(Task task, Instance before, Instant now) {
    String reason = task.standing().reason();
    return switch (task.verb()) {
      case DEPLOY -> deployed(task, before, now);
      case REBUILD -> rebuilt(task, before, now);
      case POWER_ON, REBOOT ->
          isDone(task) ? before.becoming(VmState.ACTIVE, null) : asRead(task, before);
      case POWER_OFF ->
          isDone(task) ? before.becoming(VmState.STOPPED, null) : asRead(task, before);
      case DESTROY, RELEASE ->
          isDone(task) ? before.terminated(now) : before.becoming(VmState.ERROR, reason);
      case ADOPT -> adopted(task, before, now);
      case RESCUE, UNRESCUE, MANAGE, INSPECT, PROVIDE, CLEAN -> before;
    };
  }

  /** What could not be taken over is no instance; the machine runs on as it did. */
  private static Instance adopted(Task task, Instance before, Instant now) {
    String reason = task.standing().reason();
    return switch (outcome(task)) {
      case DONE -> asRead(before.launched(now), null);
      case HELD -> before.becoming(VmState.ERROR, reason);
      case FAILED, CANCELLED ->
          before.becoming(VmState.ERROR, reason == null ? CANCELLED : reason).terminated(now);
    };
  }

  private static Instance rebuilt(Task task, Instance before, Instant now) {
    if (isDone(task)) {
      return before.launched(now);
    }
    String reason = task.standing().reason();
    String why = reason == null ? CANCELLED : reason;
    return isUntouched(task) ? asRead(before, why) : before.becoming(VmState.ERROR, why);
  }

  /** A rebuild that ended before anything was done to the machine leaves it as it was. */
  private static boolean isUntouched(Task task) {
    return task.verb() == Verb.REBUILD
        && task.head().from() == ProvisionState.ACTIVE
        && outcome(task) != Outcome.DONE
        && outcome(task) != Outcome.HELD
        && task.cursor().reach() < 1;
  }

  private static Instance deployed(Task task, Instance before, Instant now) {
    String reason = task.standing().reason();
    return switch (outcome(task)) {
      case DONE -> before.launched(now);
      case HELD -> before.becoming(VmState.ERROR, reason);
      case FAILED -> before.on(null).becoming(VmState.ERROR, reason);
      case CANCELLED ->
          task.standing().abort() == Abort.DESTROY
              ? before.terminated(now)
              : before.on(null).becoming(VmState.ERROR, CANCELLED);
    };
  }

  /** What failed may have done half: the instance is what its machine's power says. */
  private static Instance asRead(Task task, Instance before) {
    String reason = task.standing().reason();
    return task.standing().abort() == Abort.DESTROY || before.power() == null
        ? before.becoming(before.state(), reason)
        : asRead(before, reason);
  }

  private static Instance asRead(Instance before, @Nullable String reason) {
    return before.becoming(
        before.power() == PowerState.OFF ? VmState.STOPPED : VmState.ACTIVE, reason);
  }

  private static @Nullable NodeChange change(
      Task task, @Nullable Node known, @Nullable Instance after) {
    Long node = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    if (node == null || rule == null) {
      return null;
    }
    ProvisionState state =
        switch (outcome(task)) {
          case DONE -> rule.done();
          case FAILED, CANCELLED -> isUntouched(task) ? task.head().from() : rule.failed();
          case HELD -> Rule.HELD;
        };
    boolean retires =
        state == ProvisionState.AVAILABLE && known != null && known.details().isRetired();
    return new NodeChange(node, retires ? ProvisionState.MANAGEABLE : state, word(state, after));
  }

  /** The task's node, back as it was before. */
  static @Nullable NodeChange freed(Task task) {
    Long node = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    return node == null || rule == null ? null : new NodeChange(node, rule.failed(), null);
  }

  private static @Nullable NodeChange begun(Task next) {
    Long node = next.node();
    return node == null ? null : new NodeChange(node, ProvisionState.DELETING, TaskWords.of(next));
  }

  /** Of a free node the pool writes the word itself. */
  private static @Nullable TaskState word(ProvisionState state, @Nullable Instance after) {
    if (after == null) {
      return null;
    }
    return switch (state) {
      case ACTIVE -> TaskState.ACTIVE;
      case ERROR -> TaskState.ERROR;
      default -> null;
    };
  }

  private static List<Notice> notices(Task task, @Nullable Instance after, Instant now) {
    String reason = isDone(task) ? null : task.standing().reason();
    if (task.standing().abort() != Abort.DESTROY) {
      boolean cancelled = outcome(task) == Outcome.CANCELLED && reason == null;
      return Notices.ended(task.verb(), after, cancelled ? CANCELLED : reason, now);
    }
    // of what was given up for a destroy, the destroy is told
    return makesInstance(task)
        ? Notices.ended(Verb.DESTROY, after, outcome(task) == Outcome.HELD ? reason : null, now)
        : List.of();
  }

  /** A destroy that came in the middle begins now, unless the way back was one. */
  private @Nullable Task next(Task task, @Nullable Instance after, Instant now) {
    if (task.standing().abort() != Abort.DESTROY || after == null || makesInstance(task)) {
      return null;
    }
    return Task.begin(
        new Task.Head(UUID.randomUUID(), Verb.DESTROY, ProvisionState.ACTIVE, after.uuid(), now),
        plans.of(Verb.DESTROY, Map.of()),
        after.node());
  }

  /** Its way back leaves none, so that there is nothing to destroy. */
  private static boolean makesInstance(Task task) {
    return task.verb() == Verb.DEPLOY || task.verb() == Verb.ADOPT;
  }

  private static boolean isDone(Task task) {
    return outcome(task) == Outcome.DONE;
  }

  private static Outcome outcome(Task task) {
    Outcome outcome = task.standing().outcome();
    if (outcome == null) {
      throw new IllegalStateException("task " + task.id() + " has not ended");
    }
    return outcome;
  }
}
