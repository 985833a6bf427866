package org.novabm.netswitch.openflow.wire;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFMessage;

/**
 * A request, sent, and its answer, waited for.
 *
 * @param display the switch, for messages
 */
record Inquiry(String display, OFMessage request, Outlet outlet, Inbox inbox) {

  /**
   * Waits until the answer is whole; see {@link OpenFlowChannel#ask}.
   *
   * @param share pays for the answer
   */
  void run(ByteBudget.Share share, Deadline deadline, Consumer<OFMessage> use) {
    Question question = new Question(part -> use.accept(noError(part)), share, deadline);
    inbox.expect(request.getXid(), question);
    try {
      outlet.send(List.of(request), deadline);
      question.answered().get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BackendException.Unreachable(
          display, "no answer to " + request.getType() + " in time", e);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display, "interrupted", e);
    } finally {
      inbox.forget(request.getXid());
    }
  }

  private OFMessage noError(OFMessage part) {
    if (part instanceof OFErrorMsg error) {
      throw new BackendException.Refused(
          display,
          "the switch answers %s with %s".formatted(request.getType(), Errors.text(error)));
    }
    return part;
  }

  private BackendException failure(ExecutionException e) {
    return switch (e.getCause()) {
      case BackendException said -> said;
      case OFParseError bad ->
          new BackendException.ProtocolViolation(
              display, "the answer to " + request.getType() + " cannot be read", bad);
      case null, default -> new BackendException.Unreachable(display, "the connection broke", e);
    };
  }
}
