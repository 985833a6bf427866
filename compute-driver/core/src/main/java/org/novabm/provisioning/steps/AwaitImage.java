package org.novabm.provisioning.steps;

import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;

/** Waits until the agent has written and verified the image. */
public final class AwaitImage implements ProvisioningStep {

  private static final long MIB = 1024 * 1024;

  private final Deployer deployer;
  private final ProvisioningSettings settings;
  private final DeployDeadline deadline;

  public AwaitImage(Deployer deployer, ProvisioningSettings settings) {
    this.deployer = deployer;
    this.settings = settings;
    this.deadline = new DeployDeadline(settings.deployTimeout());
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (deployer.progress(context.id())) {
      case DeployProgress.Waiting(var note) ->
          patience(context, AwaitAgent.behind("no word from the agent", note));
      case DeployProgress.Running(var bytes, var total, var note) ->
          patience(
              context,
              AwaitAgent.behind(bytes / MIB + " of " + total / MIB + " MiB written", note));
      case DeployProgress.Finished(var note) ->
          new StepOutcome.Done(AwaitAgent.behind("the image is on the disk and verified", note));
      case DeployProgress.Failed(var reason) -> new StepOutcome.Failed(reason);
    };
  }

  private StepOutcome patience(StepContext context, String note) {
    StepOutcome late = deadline.passed(context, note);
    if (late != null) {
      return late;
    }
    return context.age().compareTo(settings.writeTimeout()) < 0
        ? new StepOutcome.WaitFor(settings.pollInterval(), note)
        : new StepOutcome.Failed(
            "the image was not written within %d s: %s"
                .formatted(settings.writeTimeout().toSeconds(), note));
  }
}
