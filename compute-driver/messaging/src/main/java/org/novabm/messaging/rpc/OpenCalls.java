package org.novabm.messaging.rpc;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Calls that wait for their answers. Answers nobody waits for, and signs of life after the end, are
 * ignored.
 */
final class OpenCalls {

  private final Map<String, Open> open = new ConcurrentHashMap<>();

  CompletableFuture<JsonNode> begin(String messageId) {
    Open call = new Open();
    open.put(messageId, call);
    return call.answer;
  }

  void forget(String messageId) {
    open.remove(messageId);
  }

  void take(Reply reply) {
    Open call = open.get(reply.messageId());
    if (call == null) {
      return;
    }
    if (reply.failure() != null) {
      call.answer.completeExceptionally(new RemoteFailureException(failure(reply.failure())));
    }
    if (reply.result() != null && !reply.result().isNull()) {
      call.result = reply.result();
    }
    if (reply.ending()) {
      call.answer.complete(call.result == null ? NullNode.instance : call.result);
      open.remove(reply.messageId());
    }
  }

  private static Failure failure(String text) {
    try {
      return Failure.parse(text);
    } catch (BadMessageException e) {
      return Failure.runtimeError("the other side sent an error that is " + e.getMessage());
    }
  }

  private static final class Open {
    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    private volatile @Nullable JsonNode result;
  }
}
