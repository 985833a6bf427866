package org.novabm.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.TaskState;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.PlannedStep.OnFailure;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Standing.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one process takes a task without a pause. Steps that succeed at once are saved together;
 * how far they may have come is on record before the first of them begins, so that another process
 * undoes enough.
 */
final class Leg {

  private static final Logger log = LoggerFactory.getLogger(Leg.class);

  /** Who looks at the timeline is not to wait longer for what is over. */
  private static final Duration UNSAVED = Duration.ofMillis(300);

  /** So many machines that cannot be made ready are no bad luck. */
  private static final int MOST_NODES = 3;

  private final Surroundings its;
  private final List<StepRecord> lines = new ArrayList<>();

  /** Another process may have begun this many before it died. */
  private int begunByOthers;

  private Task saved;
  private Task task;
  private @Nullable Instance instance;
  private @Nullable Instance instanceSaved;
  private @Nullable Node node;

  Leg(Task task, @Nullable Instance instance, Surroundings its) {
    this.saved = task;
    this.task = task;
    this.instance = instance;
    this.instanceSaved = instance;
    this.its = its;
    this.begunByOthers = task.cursor().reach();
  }

  /** What a leg needs. */
  record Surroundings(
      TaskStore tasks,
      NodeStore nodes,
      StepCatalogue steps,
      StepRunner runner,
      Endings endings,
      InstantSource time) {}

  /** How a leg ends. */
  sealed interface End {

    /** Nothing can be done before then. */
    record LookAgain(Instant when) implements End {}

    /** The task has ended. */
    record Over() implements End {}

    /** Another process went on with it. */
    record Overtaken() implements End {}
  }

  private enum Write {
    /** It is on record. */
    DONE,
    /** Somebody gave the task up meanwhile; nothing was written. */
    GIVEN_UP,
    /** Another process went on with it; nothing was written. */
    OVERTAKEN
  }

  End go() {
    while (true) {
      if (isGivenUp()) {
        giveUp();
        continue;
      }
      StepCall call = task.current();
      boolean elsewhere = call == null && deservesAnotherNode();
      Write write = elsewhere ? restart() : call == null ? finish() : announce();
      if (write == Write.OVERTAKEN) {
        return new End.Overtaken();
      }
      if (write == Write.GIVEN_UP || elsewhere) {
        continue;
      }
      if (call == null) {
        return new End.Over();
      }
      Instant again = step(call);
      if (again != null) {
        Write paused = save(Writes.of(task));
        if (paused != Write.GIVEN_UP) {
          return paused == Write.DONE ? new End.LookAgain(again) : new End.Overtaken();
        }
      }
    }
  }

  private boolean isGivenUp() {
    return task.standing().abort() != null && task.cursor().direction() == Direction.FORWARD;
  }

  private void giveUp() {
    StepCall call = task.current();
    boolean destroyed = task.standing().abort() == Abort.DESTROY;
    if (call != null && task.cursor().step() <= begun()) {
      String why = destroyed ? "given up: the instance is destroyed" : "given up: it is cancelled";
      line(call, StepRecord.Status.FAILED, its.time().instant(), why, null);
    }
    turnBack(its.time().instant());
  }

  /** Puts on record how far the steps that come now may get. */
  private Write announce() {
    Cursor at = task.cursor();
    Instant now = its.time().instant();
    if (at.direction() == Direction.FORWARD && at.step() > at.reach()) {
      task = task.at(at.reaching(nextPause(at.step())));
      return save(Writes.of(task));
    }
    boolean stale =
        !lines.isEmpty()
            && Duration.between(lines.getFirst().started(), now).compareTo(UNSAVED) >= 0;
    return stale ? save(Writes.of(task)) : Write.DONE;
  }

  private int nextPause(int from) {
    List<PlannedStep> steps = task.plan().steps();
    int last = from;
    while (last < steps.size() - 1 && !its.steps().step(steps.get(last).call()).waits()) {
      last++;
    }
    return last;
  }

  /** One attempt; the time of the next one, or null when the task goes on at once. */
  private @Nullable Instant step(StepCall call) {
    Step step = its.steps().step(call);
    Node known = node();
    StepContext context =
        new StepContext(task, instance, known, call.arguments(), its.time().instant());
    StepOutcome outcome = its.runner().run(step, context);
    Instant now = its.time().instant();
    return switch (outcome) {
      case StepOutcome.Done(var note, var facts) -> done(call, note, facts, now);
      case StepOutcome.Failed(var note) -> failed(call, note, now);
      case StepOutcome.Withheld(var note) -> withheld(call, note, now);
      case StepOutcome.WaitFor(var delay, var note, var progress) -> {
        line(call, StepRecord.Status.WAITING, null, note, progress);
        pause(task.cursor());
        yield now.plus(delay);
      }
      case StepOutcome.RetryAfter(var delay, var note) -> {
        line(call, StepRecord.Status.RETRYING, null, note, null);
        log.info("{}: {}; attempt {} follows", name(), note, task.cursor().attempt() + 1);
        pause(task.cursor().again());
        yield now.plus(delay);
      }
    };
  }

  /** What did not begin yet does not begin before the next leg. */
  private void pause(Cursor cursor) {
    task =
        task.at(
            cursor.direction() == Direction.FORWARD ? cursor.reaching(cursor.step()) : cursor);
  }

  private @Nullable Instant done(StepCall call, String note, List<Fact> facts, Instant now) {
    line(call, StepRecord.Status.DONE, now, note, null);
    facts.forEach(this::keep);
    task = task.at(task.cursor().next(now));
    return null;
  }

  private void keep(Fact fact) {
    Instance known = instance;
    switch (fact) {
      case Fact.Claimed(long claimed) -> {
        task = task.with(task.standing().on(claimed));
        node = null;
        instance = known == null ? null : known.on(claimed);
      }
      case Fact.Power(var state) -> instance = known == null ? null : known.powered(state);
    }
  }

  private @Nullable Instant failed(StepCall call, String note, Instant now) {
    log.warn("{}: {}", name(), note);
    line(call, StepRecord.Status.FAILED, now, note, null);
    String why = its.steps().step(call).label(call.arguments()) + ": " + note;
    String before = task.standing().reason();
    Standing after = task.standing().because(before == null ? why : before + "; then " + why);
    if (task.cursor().direction() == Direction.BACK) {
      goOn(after.inHold(), now);
      return null;
    }
    OnFailure then = task.plan().steps().get(task.cursor().step()).onFailure();
    switch (then) {
      case GO_ON -> goOn(after.inHold(), now);
      case ANOTHER_NODE -> turnBack(after.nodeTried(), now);
      case UNDO, STOP -> turnBack(after, now);
    }
    return null;
  }

  private @Nullable Instant withheld(StepCall call, String note, Instant now) {
    line(call, StepRecord.Status.FAILED, now, note, null);
    goOn(task.standing().inHold(), now);
    return null;
  }

  private void goOn(Standing standing, Instant now) {
    task = task.with(standing).at(task.cursor().next(now));
  }

  private void turnBack(Standing standing, Instant now) {
    task = task.with(standing);
    turnBack(now);
  }

  private void turnBack(Instant now) {
    task = task.with(task.plan().turned(begun())).at(task.cursor().turned(now));
  }

  private int begun() {
    int last = task.plan().steps().size() - 1;
    boolean reached = task.cursor().step() <= task.cursor().reach();
    int own = reached ? task.cursor().step() : task.cursor().step() - 1;
    return Math.min(last, Math.max(own, begunByOthers));
  }

  /** Whoever names a node means that one. */
  private boolean deservesAnotherNode() {
    Standing standing = task.standing();
    Long tried = standing.node();
    return task.cursor().direction() == Direction.BACK
        && tried != null
        && standing.tried().contains(tried)
        && standing.tried().size() < MOST_NODES
        && !standing.held()
        && standing.abort() == null
        && instance != null
        && instance.request().node() == null;
  }

  /** From the claim on, with the node that did not serve back in the pool. */
  private Write restart() {
    Task before = task;
    Instance released = instance;
    NodeChange free = freed(before);
    instance = released == null ? null : released.on(null);
    task =
        task.with(task.standing().on(null))
            .with(task.plan().straight())
            .at(task.cursor().restarted(its.time().instant()));
    Write write = save(Writes.of(task).with(free));
    if (write == Write.DONE) {
      node = null;
      begunByOthers = -1;
    } else {
      instance = released;
      task = reconsidered(before);
    }
    return write;
  }

  private static @Nullable NodeChange freed(Task task) {
    Long node = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    return node == null || rule == null ? null : new NodeChange(node, rule.failed(), null);
  }

  /** As it was before a write that came to nothing, since somebody gave the task up. */
  private Task reconsidered(Task before) {
    return before
        .withVersion(saved.version())
        .with(before.standing().aborted(saved.standing().abort()));
  }

  private Write finish() {
    Instant now = its.time().instant();
    Standing standing = task.standing();
    Outcome outcome;
    if (standing.held()) {
      outcome = Outcome.HELD;
    } else if (task.cursor().direction() == Direction.FORWARD) {
      outcome = Outcome.DONE;
    } else {
      outcome = standing.abort() == null ? Outcome.FAILED : Outcome.CANCELLED;
    }
    Task before = task;
    Standing ended = outcome == Outcome.DONE ? standing.because(null) : standing;
    task = task.with(ended.ended(outcome));
    Writes end = its.endings().of(task, instance, now);
    Write write = save(end);
    if (write == Write.GIVEN_UP) {
      task = reconsidered(before);
    } else if (write == Write.DONE) {
      String reason = standing.reason();
      log.info("{}{}", name(), reason == null ? "" : ": " + reason);
    }
    return write;
  }

  private Write save(Writes writes) {
    Writes whole = writes.with(lines);
    if (whole.instance() == null && !Objects.equals(instance, instanceSaved)) {
      whole = whole.with(instance);
    }
    if (whole.node() == null) {
      whole = whole.with(wordForOldTools());
    }
    Task written = its.tasks().save(whole);
    if (written != null) {
      saved = written;
      task = written;
      instanceSaved = instance;
      lines.clear();
      return Write.DONE;
    }
    Task now = its.tasks().find(task.id());
    if (now == null || !isOnlyGivenUp(now)) {
      return Write.OVERTAKEN;
    }
    saved = now;
    task = task.withVersion(now.version()).with(task.standing().aborted(now.standing().abort()));
    return Write.GIVEN_UP;
  }

  private boolean isOnlyGivenUp(Task now) {
    Cursor seen = now.cursor();
    return now.isLive()
        && now.standing().abort() != saved.standing().abort()
        && seen.line() == saved.cursor().line()
        && seen.attempt() == saved.cursor().attempt();
  }

  private @Nullable NodeChange wordForOldTools() {
    Long id = task.node();
    Rule rule = Rules.of(task.head().from(), task.verb());
    TaskState word = TaskWords.of(task);
    return id == null || rule == null || word == null || word == TaskWords.of(saved)
        ? null
        : new NodeChange(id, rule.during(), word);
  }

  private @Nullable Node node() {
    Long id = task.node();
    if (node == null && id != null) {
      node = its.nodes().find(id);
    } else if (node == null && instance != null) {
      // claimed by a process that died before it said so
      Node claimed = its.nodes().findByInstance(instance.uuid());
      if (claimed != null) {
        keep(new Fact.Claimed(claimed.id()));
        node = claimed;
      }
    }
    return node;
  }

  private void line(
      StepCall call,
      StepRecord.Status status,
      @Nullable Instant ended,
      String note,
      @Nullable Progress progress) {
    Cursor at = task.cursor();
    lines.add(
        new StepRecord(
            at.line(),
            call.name(),
            its.steps().step(call).label(call.arguments()),
            status,
            at.attempt(),
            at.since(),
            ended,
            note,
            progress));
  }

  private String name() {
    String what = instance == null ? "task " + task.id() : "instance " + instance.uuid();
    String where = task.node() == null ? "" : " on node " + task.node();
    StepCall call = task.current();
    Outcome outcome = task.standing().outcome();
    String doing =
        outcome != null
            ? task.verb().word() + " " + outcome.name().toLowerCase(Locale.ROOT)
            : call == null ? task.verb().word() : its.steps().step(call).label(call.arguments());
    return what + where + ", " + doing;
  }
}
