package org.novabm.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.novabm.service.LeaseLostException;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one attempt of a step and turns whatever comes out of it into an outcome. */
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

  private final RetryPolicy retries;

  StepRunner(RetryPolicy retries) {
    this.retries = retries;
  }

  StepOutcome run(Step step, StepContext context) {
    int attempt = context.task().cursor().attempt();
    StepOutcome outcome = attempt(step, context, attempt);
    // notes are put on record and shown to many; texts of devices and libraries get into them
    StepOutcome shown = outcome.noted(ImageText.hidden(outcome.note()));
    return shown instanceof StepOutcome.RetryAfter(var _, var note) && retries.isLast(attempt)
        ? new StepOutcome.Failed(note + " (gave up after " + attempt + " attempts)")
        : shown;
  }

  private StepOutcome attempt(Step step, StepContext context, int attempt) {
    try {
      return step.run(context);
    } catch (BackendException e) {
      return switch (e) {
        case BackendException.Unreachable unreachable -> retry(attempt, unreachable);
        case BackendException.Refused refused -> new StepOutcome.Failed(message(refused));
        case BackendException.Unsupported unsupported ->
            new StepOutcome.Failed(message(unsupported));
        // a garbled answer may have been the only one
        case BackendException.ProtocolViolation violation -> retry(attempt, violation);
      };
    } catch (LeaseLostException e) {
      // no outcome of the step: whoever acts for the host runs it again
      throw e;
    } catch (RuntimeException e) {
      log.warn(
          "step {} of task {} broke: {}",
          step.name(),
          context.task().id(),
          ImageText.hidden(trace(e)));
      return retry(attempt, e);
    }
  }

  private StepOutcome retry(int attempt, RuntimeException cause) {
    return new StepOutcome.RetryAfter(retries.delayAfter(attempt), message(cause));
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
