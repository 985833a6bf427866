package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * The machine gets no boot file, secret or image any more, in whatever way it was booted: the node
 * may name another by now.
 */
public final class CleanUpRamdisk implements Step {

  private final Deployers deployers;

  public CleanUpRamdisk(Deployers deployers) {
    this.deployers = deployers;
  }

  @Override
  public String name() {
    return "clean_up_ramdisk";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "withdraw the boot files";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    deployers.bootsAtEnd(context).forEach(boot -> boot.withdraw(context.job()));
    return new StepOutcome.Done("boot files are withdrawn");
  }
}
