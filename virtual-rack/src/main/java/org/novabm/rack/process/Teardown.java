package org.novabm.rack.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that undo something: all of them run, also when one before failed. */
public final class Teardown {

  private final List<Runnable> steps = new ArrayList<>();

  /** Adds a step behind the others. */
  public Teardown then(Runnable step) {
    steps.add(step);
    return this;
  }

  /**
   * Runs every step once.
   *
   * @throws RuntimeException the first failure, the others suppressed in it
   */
  public void run() {
    RuntimeException first = null;
    for (Runnable step : steps) {
      first = after(step, first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable RuntimeException after(Runnable step, @Nullable RuntimeException first) {
    try {
      step.run();
      return first;
    } catch (RuntimeException failure) {
      if (first == null) {
        return failure;
      }
      first.addSuppressed(failure);
      return first;
    }
  }
}
