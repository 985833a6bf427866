package org.novabm.step;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.power.PowerAction;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Ends the deploy ramdisk: power off, then nothing of the order is left for the machine to boot or
 * fetch. The agent reports success after its data is on the disk, so the power may be cut.
 */
public final class TearDownAgent implements Step {

  private final PowerSwitch power;
  private final Deployers deployers;

  public TearDownAgent(Devices devices, Deployers deployers, Duration timeout) {
    this.power = new PowerSwitch(devices, PowerAction.OFF, timeout);
    this.deployers = deployers;
  }

  @Override
  public String name() {
    return "tear_down_agent";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "power off, withdraw the boot files";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    StepOutcome off = power.turn(context);
    if (off instanceof StepOutcome.Done) {
      Deployer deployer = deployers.atEnd(context);
      if (deployer != null) {
        deployer.release(context.job());
      }
    }
    return off;
  }
}
