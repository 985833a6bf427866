package org.novabm.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/**
 * A step of plans. It can be run again at any time, for instance by another process after a crash,
 * and has the same end then; so can its undo, also where the step never ran. It keeps the deadlines
 * of its devices, never sleeps and never plans its own next run.
 */
public interface Step {

  /** As plans call it, for example {@code write_image}. */
  String name();

  /** A few words for timelines and progress lines. */
  String label(Map<String, String> arguments);

  /**
   * Runs one attempt; blocks only as long as its devices' deadlines allow.
   *
   * @throws BackendException the loop decides from its type: unreachable and a broken protocol are
   *     tried again, all else failed
   */
  StepOutcome run(StepContext context);

  /**
   * What takes it back. Null declares that nothing has to be: that the step leaves nothing behind
   * which outlives a task that fails after it. The laws of steps hold it to that.
   */
  @Nullable StepCall undo(Map<String, String> arguments);

  /** Usually waits for somebody else to act; a run of steps that is saved together ends with it. */
  default boolean waits() {
    return false;
  }
}
