package org.novabm.example;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerManager;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Lights the identify LED. Told {@code light}: {@code on} or {@code off}, which undoes it. */
public record IdentifyStep(Devices devices, Duration timeout) implements Step {

  @Override
  public String name() {
    return "identify";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "identify " + arguments.get("light");
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return "on".equals(arguments.get("light"))
        ? new StepCall(name(), Map.of("light", "off"))
        : null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    Duration time = "on".equals(context.argument("light")) ? Duration.ofHours(4) : Duration.ZERO;
    return node == null
        ? new StepOutcome.Failed("the node was removed from the pool")
        : devices.power(node, timeout, bmc -> shine(bmc, time));
  }

  private StepOutcome shine(PowerManager bmc, Duration time) {
    if (bmc instanceof LocatorLight light) {
      light.shine(time, timeout);
      return new StepOutcome.Done(time.isZero() ? "identify is off" : "identify is on for 4 h");
    }
    return new StepOutcome.Done("the BMC has no identify LED");
  }
}
