package org.novabm.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands.
 *
 * @param node its node; null before the claim, kept for the record after the release
 * @param tried nodes that could not be made ready; none of them is claimed again
 * @param abort how it is to be given up; null while it is not
 * @param held something could not be brought to an end, so the node must not go back to the pool
 * @param reason why it failed; null while all is well
 * @param outcome how it ended; null while it lives
 */
public record Standing(
    @Nullable Long node,
    List<Long> tried,
    @Nullable Abort abort,
    boolean held,
    @Nullable String reason,
    @Nullable Outcome outcome) {

  public Standing {
    tried = List.copyOf(tried);
  }

  /** How a task ended. */
  public enum Outcome {
    /** The plan was done. */
    DONE,
    /** A step failed; what had begun is undone. */
    FAILED,
    /** It was given up; what had begun is undone. */
    CANCELLED,
    /** Something could not be undone, or not be finished: the node is in error. */
    HELD
  }

  /** Who gave it up. */
  public enum Abort {
    /** Somebody cancels the task; what it worked for stays. */
    CANCEL,
    /** Somebody destroys the instance. */
    DESTROY
  }

  /** Of a task that begins. */
  public static Standing of(@Nullable Long node) {
    return new Standing(node, List.of(), null, false, null, null);
  }

  Standing on(@Nullable Long claimed) {
    return new Standing(claimed, tried, abort, held, reason, outcome);
  }

  /** The same, whose node could not be made ready. */
  Standing nodeTried() {
    if (node == null) {
      return this;
    }
    List<Long> more = new ArrayList<>(tried);
    more.add(node);
    return new Standing(node, more, abort, held, reason, outcome);
  }

  /** The same, to be given up. */
  public Standing aborted(@Nullable Abort how) {
    return new Standing(node, tried, how, held, reason, outcome);
  }

  Standing inHold() {
    return new Standing(node, tried, abort, true, reason, outcome);
  }

  /** The same for another reason. */
  public Standing because(@Nullable String why) {
    return new Standing(node, tried, abort, held, why, outcome);
  }

  /** The same for one more reason. */
  Standing alsoBecause(String why) {
    return because(reason == null ? why : reason + "; then " + why);
  }

  Standing ended(Outcome how) {
    return new Standing(node, tried, abort, held, reason, how);
  }
}
