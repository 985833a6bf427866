package org.novabm.messaging.rpc;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Calls a method, a bounded number of them at a time, and tells the caller or the log what came of
 * it.
 */
final class RequestHandling {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandling.class);

  private final ReplySender replies;
  private final PatientJournal pauses;
  private final int attempts;
  private final Semaphore places;

  RequestHandling(ReplySender replies, PatientJournal pauses, int attempts, int parallel) {
    this.replies = replies;
    this.pauses = pauses;
    this.attempts = attempts;
    this.places = new Semaphore(parallel);
  }

  /**
   * Handles it. A cast that fails for a passing reason is tried again; a call is not, since its
   * caller wants to know.
   *
   * @return whether it is over; false when it should be tried again at the next start
   */
  boolean handle(Request request, RpcMethod method) {
    IncomingCall conversation = IncomingCall.begin(request, replies);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          conversation.answer(inPlace(request, method));
          return true;
        } catch (CallRefusedException e) {
          refuse(request, e, conversation);
          return true;
        } catch (RuntimeException e) {
          if (request.isCall()) {
            fail(request, e, conversation);
            return true;
          }
          if (!again(request, attempt, e)) {
            return false;
          }
        }
      }
    } finally {
      conversation.leave();
    }
  }

  /** Tells the caller, or for a cast the log. */
  void refuse(Request request, CallRefusedException reason) {
    refuse(request, reason, IncomingCall.begin(request, replies));
  }

  private static void refuse(
      Request request, CallRefusedException reason, IncomingCall conversation) {
    conversation.fail(reason.failure());
    if (!request.isCall()) {
      LOG.warn(
          "cannot do {} ({} {}): {}",
          Printable.of(request.method()),
          reason.failure().type(),
          request.uniqueId(),
          Printable.of(reason.failure().message()));
    }
  }

  private @Nullable JsonNode inPlace(Request request, RpcMethod method)
      throws CallRefusedException {
    places.acquireUninterruptibly();
    try {
      return method.handler().handle(request);
    } finally {
      places.release();
    }
  }

  private static void fail(Request request, RuntimeException reason, IncomingCall conversation) {
    LOG.error("the call {} {} failed", request.method(), request.uniqueId(), reason);
    conversation.fail(
        Failure.runtimeError(
            request.method()
                + " failed on the compute host; its log says why, under "
                + request.uniqueId()));
  }

  private boolean again(Request request, int attempt, RuntimeException reason) {
    if (attempt >= attempts) {
      LOG.error(
          "gave up {} {} after {} attempts. It stays on record and is tried again when the service"
              + " starts or the broker returns",
          request.method(),
          request.uniqueId(),
          attempts,
          reason);
      return false;
    }
    LOG.warn(
        "{} {} failed ({}); attempt {} of {} follows",
        request.method(),
        request.uniqueId(),
        Reason.of(reason),
        attempt + 1,
        attempts);
    return pauses.pause(attempt);
  }
}
