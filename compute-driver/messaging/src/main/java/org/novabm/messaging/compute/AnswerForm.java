package org.novabm.messaging.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.driver.DriverAnswer;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What a caller hears of the driver's answer. */
enum AnswerForm {
  /** Null, as Nova's own methods answer. */
  NOVA {
    @Override
    @Nullable JsonNode result(@Nullable UUID task, String state) {
      return null;
    }
  },
  /** A small map. */
  SHORT {
    @Override
    JsonNode result(@Nullable UUID task, String state) {
      return Json.object().put("task", task == null ? null : task.toString()).put("state", state);
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(AnswerForm.class);

  abstract @Nullable JsonNode result(@Nullable UUID task, String state);

  /**
   * The result.
   *
   * @throws CallRefusedException in Nova's own words, when there is no such instance or this is not
   *     the time
   */
  @Nullable JsonNode answer(Request request, DriverAnswer answer) throws CallRefusedException {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID task) -> {
        LOG.info("accepted {} as task {}", request.method(), task);
        yield result(task, "accepted");
      }
      case DriverAnswer.Already(UUID task, String note) -> {
        LOG.info("nothing to do for {} (task {}): {}", request.method(), task, note);
        yield result(task, "already");
      }
      case DriverAnswer.UnknownInstance(UUID instance) ->
          throw new CallRefusedException(notFound(instance));
      case DriverAnswer.NotNow(UUID task, String note) ->
          throw new CallRefusedException(
              Failure.nova(
                  "InstanceInvalidState",
                  "Cannot " + request.method() + ": " + note,
                  details(task, request.method())));
    };
  }

  private static Map<String, Object> details(@Nullable UUID task, String method) {
    Map<String, Object> details = new LinkedHashMap<>(Map.of("method", method, "code", 409));
    if (task != null) {
      details.put("task", task.toString());
    }
    return details;
  }

  /** The same, but an instance that is unknown is gone already, as whoever destroys it wants. */
  @Nullable JsonNode destroyed(Request request, DriverAnswer answer) throws CallRefusedException {
    if (answer instanceof DriverAnswer.UnknownInstance(UUID instance)) {
      LOG.warn("{} of instance {}, which is not here; nothing to do", request.method(), instance);
      return result(null, "unknown");
    }
    return answer(request, answer);
  }

  static Failure notFound(UUID instance) {
    return Failure.nova(
        "InstanceNotFound",
        "Instance " + instance + " could not be found.",
        Map.of("instance_id", instance.toString(), "code", 404));
  }
}
