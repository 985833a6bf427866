package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Waits for the first call of the machine's agent. Changes nothing, so there is nothing to undo.
 */
public final class WaitCallBack implements Step {

  private final Deployers deployers;
  private final WiringCheck wiring;
  private final ProvisioningSettings settings;
  private final DeployDeadline deadline;

  public WaitCallBack(Deployers deployers, Devices devices, ProvisioningSettings settings) {
    this.deployers = deployers;
    this.wiring = new WiringCheck(devices, settings.switchTimeout());
    this.settings = settings;
    this.deadline = new DeployDeadline(settings.deployTimeout());
  }

  @Override
  public String name() {
    return "wait_call_back";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "wait for the agent's call";
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
      case DeployProgress.Waiting(var note) -> patience(context, note);
      case DeployProgress.Running(var _, var _, var note) -> called(context, note);
      case DeployProgress.Finished(var note) -> called(context, note);
      case DeployProgress.Failed(var reason) -> new StepOutcome.Failed(reason);
    };
  }

  private StepOutcome called(StepContext context, String note) {
    String mismatch = wiring.mismatch(context.node());
    if (mismatch != null) {
      return new StepOutcome.Failed(behind(mismatch, note));
    }
    deployers.boot(context).confirm(context.job());
    return new StepOutcome.Done(behind("the agent called", note));
  }

  private StepOutcome patience(StepContext context, String note) {
    StepOutcome late = deadline.passed(context, behind("no call yet", note));
    if (late != null) {
      return late;
    }
    if (context.age().compareTo(settings.agentTimeout()) < 0) {
      return new StepOutcome.WaitFor(settings.pollInterval(), behind("no call yet", note));
    }
    return new StepOutcome.Failed(
        behind(
            "the agent did not call within %d s of power on; look at the machine's console: it did not boot from the network, "
                    .formatted(settings.agentTimeout().toSeconds())
                + "or the ramdisk lacks its network driver",
            note));
  }

  /** What the deployer wants to be read beside it: who was refused in the machine's place. */
  static String behind(String text, String note) {
    return note.isEmpty() ? text : text + "; " + note;
  }
}
