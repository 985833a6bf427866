package org.novabm.step;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.power.PowerAction;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Switches the machine and sees that it did. Told {@code to}: {@code on}, {@code off} or {@code
 * cycle}; {@code into} is for people. The console of what is switched on is recorded until {@link
 * ReleaseNode}. Switching on is undone by switching off.
 */
public final class PowerStep implements Step {

  private final Devices devices;
  private final ConsoleRecorder consoles;
  private final Duration timeout;

  public PowerStep(Devices devices, ConsoleRecorder consoles, Duration timeout) {
    this.devices = devices;
    this.consoles = consoles;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "power";
  }

  @Override
  public String label(Map<String, String> arguments) {
    String into = arguments.get("into");
    return "power " + arguments.get("to") + (into == null ? "" : " into " + into);
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return "on".equals(arguments.get("to")) ? new StepCall(name(), Map.of("to", "off")) : null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    PowerAction action = PowerAction.valueOf(context.argument("to").toUpperCase(Locale.ROOT));
    Node node = context.node();
    if (node != null && action != PowerAction.OFF) {
      consoles.begin(node);
    }
    return new PowerSwitch(devices, action, timeout).turn(context);
  }
}
