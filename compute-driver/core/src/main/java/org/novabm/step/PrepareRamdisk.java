package org.novabm.step;

import java.time.Duration;
import java.util.Map;
import org.novabm.device.Devices;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Lets the machine have its boot file and one-time secret; undone by {@link CleanUpRamdisk}. */
public final class PrepareRamdisk implements Step {

  private final Deployers deployers;
  private final WiringCheck wiring;
  private final Duration window;

  /** For a time, in which the switch of the machine's port is asked who called. */
  public PrepareRamdisk(
      Deployers deployers, Devices devices, Duration switchTimeout, Duration window) {
    this.deployers = deployers;
    this.wiring = new WiringCheck(devices, switchTimeout);
    this.window = window;
  }

  @Override
  public String name() {
    return "prepare_ramdisk";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "publish the boot files";
  }

  @Override
  public StepCall undo(Map<String, String> arguments) {
    return StepCall.of("clean_up_ramdisk");
  }

  @Override
  public StepOutcome run(StepContext context) {
    if (wiring.canTell(context.node())) {
      deployers.boot(context).publishGuarded(context.job(), window);
    } else {
      deployers.boot(context).publish(context.job(), window);
    }
    return new StepOutcome.Done("boot files for " + window.toMinutes() + " min");
  }
}
