package org.novabm.messaging.rpc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.CallTimeout;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Reply;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;

/**
 * One call while it is worked on: signs of life to a caller that watches for them, then one answer.
 * Casts hear nothing.
 */
final class IncomingCall {

  private final Request request;
  private final ReplySender replies;
  private final CountDownLatch over = new CountDownLatch(1);

  private IncomingCall(Request request, ReplySender replies) {
    this.request = request;
    this.replies = replies;
  }

  static IncomingCall begin(Request request, ReplySender replies) {
    IncomingCall conversation = new IncomingCall(request, replies);
    if (request.isCall() && request.timeout() instanceof CallTimeout.Watched watched) {
      Thread.ofVirtual()
          .name("keep-alive-" + request.replyKey())
          .start(() -> conversation.keepAlive(watched.interval()));
    }
    return conversation;
  }

  void answer(@Nullable JsonNode result) {
    if (request.isCall()) {
      end(Reply.answer(request, result));
    }
  }

  void fail(Failure failure) {
    if (request.isCall()) {
      end(List.of(Reply.failed(request, failure)));
    }
  }

  /** Nothing more is said, for example because the service stops. */
  void leave() {
    over.countDown();
  }

  // a sign of life must not follow the answer
  private synchronized void end(List<Reply> answer) {
    over.countDown();
    replies.send(request, answer);
  }

  private void keepAlive(Duration interval) {
    try {
      while (!over.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!sign()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean sign() {
    return over.getCount() == 0 || replies.keepAlive(request);
  }
}
