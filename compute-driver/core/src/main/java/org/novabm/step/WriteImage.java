package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.task.Progress;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Waits until the agent has written and verified the image. */
public final class WriteImage implements Step {

  private static final long MIB = 1024 * 1024;

  private final Deployers deployers;
  private final ProvisioningSettings settings;
  private final DeployDeadline deadline;

  public WriteImage(Deployers deployers, ProvisioningSettings settings) {
    this.deployers = deployers;
    this.settings = settings;
    this.deadline = new DeployDeadline(settings.deployTimeout());
  }

  @Override
  public String name() {
    return "write_image";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "write the image";
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (deployers.of(context).progress(context.job())) {
      case DeployProgress.Waiting(var note) ->
          patience(context, WaitCallBack.behind("no word from the agent", note), null);
      case DeployProgress.Running(var bytes, var total, var note) ->
          patience(
              context,
              WaitCallBack.behind(bytes / MIB + " of " + total / MIB + " MiB written", note),
              Progress.ofBytes(bytes, total));
      case DeployProgress.Finished(var note) ->
          new StepOutcome.Done(WaitCallBack.behind("the image is on the disk and verified", note));
      case DeployProgress.Failed(var reason) -> new StepOutcome.Failed(reason);
    };
  }

  private StepOutcome patience(StepContext context, String note, @Nullable Progress progress) {
    StepOutcome late = deadline.passed(context, note);
    if (late != null) {
      return late;
    }
    return context.age().compareTo(settings.writeTimeout()) < 0
        ? new StepOutcome.WaitFor(settings.pollInterval(), note, progress)
        : new StepOutcome.Failed(
            "the image was not written within %d s: %s"
                .formatted(settings.writeTimeout().toSeconds(), note));
  }
}
