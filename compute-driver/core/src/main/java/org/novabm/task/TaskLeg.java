package org.novabm.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.service.Lease;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.Ledger.Write;
import org.novabm.task.PlannedStep.OnFailure;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.StepRecord.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one process takes a task without a pause. Steps that succeed at once are saved together;
 * how far they may have come is on record before the first of them begins, so that another process
 * undoes enough.
 */
final class TaskLeg {

  private static final Logger log = LoggerFactory.getLogger(TaskLeg.class);

  private final Surroundings its;
  private final TaskText text;
  private final Ledger ledger;

  /** Another process may have begun this many before it died. */
  private int begunByOthers;

  private Task task;
  private @Nullable Instance instance;
  private @Nullable Node node;

  TaskLeg(Task task, @Nullable Instance instance, Surroundings its) {
    this.task = task;
    this.instance = instance;
    this.its = its;
    this.text = new TaskText(its.steps());
    this.ledger = new Ledger(its.tasks(), task, instance);
    this.begunByOthers = task.cursor().reach();
  }

  /** What a leg needs. */
  record Surroundings(
      TaskStore tasks,
      NodeStore nodes,
      StepCatalogue steps,
      StepRunner runner,
      Endings endings,
      Lease lease,
      InstantSource time) {}

  /** How a leg ends. */
  sealed interface End {

    /** Nothing can be done before then. */
    record LookAgain(Instant when) implements End {}

    /** The task has ended. */
    record Over() implements End {}

    /** Another process went on with it, and goes on. */
    record Overtaken() implements End {}
  }

  End go() {
    while (true) {
      its.lease().require();
      if (task.standing().abort() != null && task.cursor().direction() == Direction.FORWARD) {
        giveUp();
      }
      StepCall call = task.current();
      boolean elsewhere = call == null && task.deservesAnotherNode(instance);
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

  private void giveUp() {
    StepCall call = task.current();
    boolean destroyed = task.standing().abort() == Abort.DESTROY;
    if (call != null && task.cursor().step() <= begun()) {
      String why = destroyed ? "given up: the instance is destroyed" : "given up: it is cancelled";
      note(call, Status.FAILED, now(), why, null);
    }
    task = task.turnedBack(begun(), now());
  }

  /**
   * Puts on record how far the steps that come now may get, and with that all before them: what a
   * step before the pause made, one behind it may take away, so that no run goes over one.
   */
  private Write announce() {
    Cursor at = task.cursor();
    if (at.direction() == Direction.FORWARD && at.step() > at.reach()) {
      task = task.at(at.reaching(task.plan().nextPause(at.step(), its.steps())));
      return save(Writes.of(task));
    }
    // whoever goes on after a crash must not go forward over what is half undone
    boolean turned = at.direction() != ledger.saved().cursor().direction();
    boolean found = at.direction() == Direction.BACK && isClaimNotOnRecord();
    return turned || found || ledger.isStale(now()) ? save(Writes.of(task)) : Write.DONE;
  }

  /** Once it is released nobody could find the node any more, and it would not be offered again. */
  private boolean isClaimNotOnRecord() {
    return node() != null && ledger.saved().node() == null;
  }

  /** One attempt; the time of the next one, or null when the task goes on at once. */
  private @Nullable Instant step(StepCall call) {
    Node known = node();
    StepContext context = new StepContext(task, instance, known, call.arguments(), now());
    Step step = its.steps().find(call);
    StepOutcome outcome =
        step == null
            ? new StepOutcome.Failed("nobody knows this step; is a plug-in missing?")
            : its.runner().run(step, context);
    Instant now = now();
    switch (outcome) {
      case StepOutcome.Done(var note, var facts) -> done(call, note, facts, now);
      case StepOutcome.Failed(var note) -> failed(call, note, now);
      case StepOutcome.Withheld(var note) -> withheld(call, note, now);
      case StepOutcome.WaitFor(var delay, var note, var progress) -> {
        note(call, Status.WAITING, null, note, progress);
        task = task.paused(task.cursor(), begunByOthers);
        return now.plus(delay);
      }
      case StepOutcome.RetryAfter(var delay, var note) -> {
        note(call, Status.RETRYING, null, note, null);
        log.info("{}: {}; attempt {} follows", text.of(task), note, task.cursor().attempt() + 1);
        task = task.paused(task.cursor().again(), begunByOthers);
        return now.plus(delay);
      }
    }
    return null;
  }

  private void done(StepCall call, String note, List<Fact> facts, Instant now) {
    note(call, Status.DONE, now, note, null);
    facts.forEach(this::keep);
    task = task.advanced(task.standing(), now);
  }

  private void keep(Fact fact) {
    Instance known = instance;
    switch (fact) {
      case Fact.Claimed(Node claimed) -> {
        task = task.with(task.standing().on(claimed.id()));
        node = claimed;
        instance = known == null ? null : known.on(claimed.id());
      }
      case Fact.Power(var state) -> instance = known == null ? null : known.powered(state);
    }
  }

  private void failed(StepCall call, String note, Instant now) {
    log.warn("{}: {}", text.of(task), note);
    note(call, Status.FAILED, now, note, null);
    Standing after = task.standing().alsoBecause(text.label(call) + ": " + note);
    OnFailure then =
        task.cursor().direction() == Direction.BACK
            ? OnFailure.GO_ON
            : task.plan().steps().get(task.cursor().step()).onFailure();
    task =
        switch (then) {
          case GO_ON -> task.advanced(after.inHold(), now);
          case ANOTHER_NODE -> task.with(after.nodeTried()).turnedBack(begun(), now);
          case UNDO, STOP -> task.with(after).turnedBack(begun(), now);
        };
  }

  private void withheld(StepCall call, String note, Instant now) {
    note(call, Status.FAILED, now, note, null);
    task = task.advanced(task.standing().inHold(), now);
  }

  private int begun() {
    int last = task.plan().last();
    boolean reached = task.cursor().step() <= task.cursor().reach();
    int own = reached ? task.cursor().step() : task.cursor().step() - 1;
    return Math.min(last, Math.max(own, begunByOthers));
  }

  /** From the claim on, with the node that did not serve back in the pool. */
  private Write restart() {
    Task before = task;
    Instance released = instance;
    instance = released == null ? null : released.on(null);
    task = task.restarted(now());
    Write write = save(Writes.of(task).with(Endings.freed(before)));
    if (write == Write.DONE) {
      node = null;
      begunByOthers = -1;
    } else {
      instance = released;
      task = before.givenUpAs(ledger.saved());
    }
    return write;
  }

  private Write finish() {
    Task before = task;
    Standing standing = task.standing();
    Outcome outcome = task.outcomeNow();
    Standing ended = outcome == Outcome.DONE ? standing.because(null) : standing;
    task = task.with(ended.ended(outcome));
    Write write = save(its.endings().of(task, instance, node(), now()));
    if (write == Write.GIVEN_UP) {
      task = before.givenUpAs(ledger.saved());
    } else if (write == Write.DONE) {
      String reason = standing.reason();
      log.info("{}{}", text.of(task), reason == null ? "" : ": " + reason);
    }
    return write;
  }

  private Write save(Writes writes) {
    Write write = ledger.write(writes, instance);
    switch (write) {
      case DONE -> task = ledger.saved();
      case GIVEN_UP -> task = task.givenUpAs(ledger.saved());
      case OVERTAKEN -> {}
    }
    return write;
  }

  private @Nullable Node node() {
    Long id = task.node();
    if (node == null && id != null) {
      node = its.nodes().find(id);
    } else if (node == null && instance != null && mayHaveBegun()) {
      // claimed by a process that died before it said so
      Node claimed = its.nodes().findByInstance(instance.uuid());
      if (claimed != null) {
        keep(new Fact.Claimed(claimed));
      }
    }
    return node;
  }

  private boolean mayHaveBegun() {
    Cursor at = task.cursor();
    return begunByOthers >= 0
        || at.direction() == Direction.BACK
        || at.step() > 0
        || at.attempt() > 1;
  }

  private void note(
      StepCall call,
      Status status,
      @Nullable Instant ended,
      String note,
      @Nullable Progress progress) {
    Cursor at = task.cursor();
    String label = text.label(call);
    ledger.note(
        new StepRecord(
            at.line(),
            call.name(),
            label,
            status,
            at.attempt(),
            at.since(),
            ended,
            note,
            progress));
  }

  private Instant now() {
    return its.time().instant();
  }
}
