package org.novabm.task;

import java.time.Instant;

/**
 * Where a task is in its plan.
 *
 * @param direction through the steps, or through their undo
 * @param step counts from 0 in that direction; the length of the way when it is at its end
 * @param reach the last forward step that may have begun; -1 before the first
 * @param line number of the step in the timeline, from 1
 * @param attempt of the step, from 1
 * @param since when the step was entered
 */
public record Cursor(
    Direction direction, int step, int reach, int line, int attempt, Instant since) {

  /** Which way. */
  public enum Direction {
    FORWARD,
    BACK
  }

  /** Before the first step. */
  public static Cursor start(Instant now) {
    return new Cursor(Direction.FORWARD, 0, -1, 1, 1, now);
  }

  Cursor next(Instant now) {
    return new Cursor(direction, step + 1, reach, line + 1, 1, now);
  }

  Cursor again() {
    return new Cursor(direction, step, reach, line, attempt + 1, since);
  }

  Cursor reaching(int last) {
    return new Cursor(direction, step, last, line, attempt, since);
  }

  /** At the first step of the way back from the last step that may have begun. */
  Cursor turned(int lastBegun, Instant now) {
    return new Cursor(Direction.BACK, 0, lastBegun, line + 1, 1, now);
  }

  /** At the first step of the way forward, once more. */
  Cursor restarted(Instant now) {
    return new Cursor(Direction.FORWARD, 0, -1, line, 1, now);
  }
}
