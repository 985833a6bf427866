package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.Deployer;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Lets the order go, with the image and the secrets it holds. */
public final class ForgetOrder implements Step {

  private final Deployers deployers;

  public ForgetOrder(Deployers deployers) {
    this.deployers = deployers;
  }

  @Override
  public String name() {
    return "forget_order";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "forget the order";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Deployer deployer = deployers.atEnd(context);
    if (deployer != null) {
      deployer.release(context.job());
    }
    return new StepOutcome.Done("order is forgotten");
  }
}
