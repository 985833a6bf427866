package org.novabm.provisioning;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one attempt of a state's step and turns whatever comes out of it into an outcome. */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

  private final Map<ProvisionState, ProvisioningStep> steps;
  private final RetryPolicy retries;

  StepRunner(Map<ProvisionState, ProvisioningStep> steps, RetryPolicy retries) {
    this.steps = Map.copyOf(steps);
    this.retries = retries;
    for (ProvisionState state : ProvisionState.values()) {
      if (state.isWorking() != this.steps.containsKey(state)) {
        throw new IllegalArgumentException("no step for " + state + ", or one too many");
      }
    }
  }

  StepOutcome run(StepContext context) {
    Deployment deployment = context.deployment();
    StepOutcome outcome = shown(attempt(context));
    if (outcome instanceof StepOutcome.RetryAfter(var delay, var note)
        && retries.isLast(deployment.attempt())) {
      return new StepOutcome.Failed(
          note + " (gave up after " + deployment.attempt() + " attempts)");
    }
    return outcome;
  }

  /** Notes are put on record and shown to many; texts of devices and libraries get into them. */
  private static StepOutcome shown(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Done(var note) -> new StepOutcome.Done(ImageText.hidden(note));
      case StepOutcome.WaitFor(var delay, var note) ->
          new StepOutcome.WaitFor(delay, ImageText.hidden(note));
      case StepOutcome.RetryAfter(var delay, var note) ->
          new StepOutcome.RetryAfter(delay, ImageText.hidden(note));
      case StepOutcome.Failed(var note) -> new StepOutcome.Failed(ImageText.hidden(note));
    };
  }

  private StepOutcome attempt(StepContext context) {
    Deployment deployment = context.deployment();
    ProvisioningStep step = steps.get(deployment.state());
    if (step == null) {
      throw new IllegalStateException("no step runs in " + deployment.state());
    }
    try {
      return step.run(context);
    } catch (BackendException e) {
      return switch (e) {
        case BackendException.Unreachable unreachable -> retry(deployment, unreachable);
        case BackendException.Refused refused -> new StepOutcome.Failed(message(refused));
        case BackendException.Unsupported unsupported ->
            new StepOutcome.Failed(message(unsupported));
        // a garbled answer may have been the only one
        case BackendException.ProtocolViolation violation -> retry(deployment, violation);
      };
    } catch (RuntimeException e) {
      log.warn(
          "{} of instance {} broke: {}",
          deployment.state(),
          deployment.request().instance(),
          ImageText.hidden(trace(e)));
      return retry(deployment, e);
    }
  }

  private StepOutcome retry(Deployment deployment, RuntimeException cause) {
    return new StepOutcome.RetryAfter(retries.delayAfter(deployment.attempt()), message(cause));
  }

  private static String trace(RuntimeException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static String message(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
