package org.novabm.task;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says when it comes back. The loop acts on it; a step never schedules, sleeps or saves
 * by itself.
 */
public sealed interface StepOutcome {

  /** What a person reads in the timeline. */
  String note();

  /** The same with another note. */
  StepOutcome noted(String note);

  /** The step is over; the next one may begin. */
  record Done(String note, List<Fact> facts) implements StepOutcome {

    public Done {
      facts = List.copyOf(facts);
    }

    /** Over, with nothing for the record. */
    public Done(String note) {
      this(note, List.of());
    }

    @Override
    public Done noted(String other) {
      return new Done(other, facts);
    }
  }

  /**
   * All is well, but somebody else has to act first (a machine to boot, an image to be written).
   *
   * @param progress how far it is; null when nobody can say
   */
  record WaitFor(Duration delay, String note, @Nullable Progress progress) implements StepOutcome {

    /** Nobody can say how far it is. */
    public WaitFor(Duration delay, String note) {
      this(delay, note, null);
    }

    @Override
    public WaitFor noted(String other) {
      return new WaitFor(delay, other, progress);
    }
  }

  /** It did not work this time; counts as an attempt. */
  record RetryAfter(Duration delay, String note) implements StepOutcome {
    @Override
    public RetryAfter noted(String other) {
      return new RetryAfter(delay, other);
    }
  }

  /** It will not work, however often it is tried. */
  record Failed(String note) implements StepOutcome {
    @Override
    public Failed noted(String other) {
      return new Failed(other);
    }
  }

  /** It must not be done, since something before it failed; no reason of its own. */
  record Withheld(String note) implements StepOutcome {
    @Override
    public Withheld noted(String other) {
      return new Withheld(other);
    }
  }
}
