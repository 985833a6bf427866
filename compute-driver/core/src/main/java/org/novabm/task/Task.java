package org.novabm.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.Standing.Outcome;

/**
 * One verb on one node. Everything that is needed to go on after a crash stands here.
 *
 * @param head what it is about; never changes
 * @param plan its steps
 * @param cursor where it is in them
 * @param standing how it stands
 * @param version counts the writes; a writer that saw another one loses
 */
public record Task(Head head, Plan plan, Cursor cursor, Standing standing, long version) {

  private static final int MOST_NODES = 3;

  /**
   * What a task is about.
   *
   * @param id the task
   * @param verb what is done
   * @param from the state of the node before
   * @param instance for which instance; null for a task of the node alone
   * @param created when it was asked for
   */
  public record Head(
      UUID id, Verb verb, ProvisionState from, @Nullable UUID instance, Instant created) {}

  /** A task that is to begin. */
  public static Task begin(Head head, Plan plan, @Nullable Long node) {
    return new Task(head, plan, Cursor.start(head.created()), Standing.of(node), 0);
  }

  public UUID id() {
    return head.id();
  }

  public Verb verb() {
    return head.verb();
  }

  public @Nullable UUID instance() {
    return head.instance();
  }

  public @Nullable Long node() {
    return standing.node();
  }

  public boolean isLive() {
    return standing.outcome() == null;
  }

  /** What is done now; null at the end of the way. */
  public @Nullable StepCall current() {
    int step = cursor.step();
    return switch (cursor.direction()) {
      case FORWARD -> step < plan.steps().size() ? plan.steps().get(step).call() : null;
      case BACK -> step < plan.undo().size() ? plan.undo().get(step) : null;
    };
  }

  /** It takes something away: a node that is not there is none to complain of. */
  public boolean isTearingDown() {
    return cursor.direction() == Direction.BACK || verb() == Verb.DESTROY;
  }

  /** The same after another write than this process's. */
  public Task withVersion(long seen) {
    return new Task(head, plan, cursor, standing, seen);
  }

  /** The same, standing otherwise. */
  public Task with(Standing changed) {
    return new Task(head, plan, cursor, changed, version);
  }

  Task at(Cursor place) {
    return new Task(head, plan, place, standing, version);
  }

  /** The same at the next step of its way. */
  Task advanced(Standing changed, Instant now) {
    return with(changed).at(cursor.next(now));
  }

  /**
   * The same, waiting at the place: what did not begin yet does not begin before it goes on.
   *
   * @param begunByOthers the last step that another process may have begun before it died
   */
  Task paused(Cursor place, int begunByOthers) {
    return at(
        place.direction() == Direction.FORWARD
            ? place.reaching(Math.max(place.step(), begunByOthers))
            : place);
  }

  /** The same at the first step of its way back from the last step that may have begun. */
  Task turnedBack(int lastBegun, Instant now) {
    return new Task(head, plan.turned(lastBegun), cursor.turned(lastBegun, now), standing, version);
  }

  /** The same without its node, at the first step once more. */
  Task restarted(Instant now) {
    return new Task(head, plan.straight(), cursor.restarted(now), standing.on(null), version);
  }

  /**
   * Whether it should be tried once more on another node. Whoever names a node means that one, and
   * so many machines that cannot be made ready are no bad luck.
   */
  boolean deservesAnotherNode(@Nullable Instance wanted) {
    Long tried = node();
    return cursor.direction() == Direction.BACK
        && tried != null
        && standing.tried().contains(tried)
        && standing.tried().size() < MOST_NODES
        && !standing.held()
        && standing.abort() == null
        && wanted != null
        && wanted.request().node() == null;
  }

  /** How it ends when it ends here. */
  Outcome outcomeNow() {
    if (standing.held()) {
      return Outcome.HELD;
    }
    if (cursor.direction() == Direction.FORWARD) {
      return Outcome.DONE;
    }
    return standing.abort() == null ? Outcome.FAILED : Outcome.CANCELLED;
  }

  /** The same as another write left it, who gave it up. */
  Task givenUpAs(Task seen) {
    return withVersion(seen.version()).with(standing.aborted(seen.standing().abort()));
  }
}
