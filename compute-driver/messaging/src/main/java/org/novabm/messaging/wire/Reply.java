package org.novabm.messaging.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message back to a caller.
 *
 * @param messageId the call's
 * @param result null when there is none
 * @param failure the text of a {@link Failure}; null when all went well
 * @param ending nothing comes after this message
 */
public record Reply(
    String messageId, @Nullable JsonNode result, @Nullable String failure, boolean ending) {

  /**
   * The messages that answer a call. Callers up to Kilo stop at {@code ending} without looking at
   * the result, so those (told by the missing {@code _timeout}) get the result and the end apart;
   * newer ones die of a null result without an end.
   */
  public static List<Reply> answer(Request call, @Nullable JsonNode result) {
    String id = idOf(call);
    boolean old = call.timeout() instanceof CallTimeout.Absent;
    Reply whole = new Reply(id, result, null, true);
    return old && result != null && !result.isNull()
        ? List.of(new Reply(id, result, null, false), new Reply(id, null, null, true))
        : List.of(whole);
  }

  /** The message that says that the call failed. */
  public static Reply failed(Request call, Failure failure) {
    return new Reply(idOf(call), null, failure.text(), true);
  }

  /** Still at it. Only for a caller that is {@link CallTimeout.Watched}: any other dies of it. */
  public static Reply keepAlive(Request call) {
    return new Reply(idOf(call), null, null, false);
  }

  /** The inner message; every one has an id of its own. */
  public ObjectNode message() {
    ObjectNode message = Json.object();
    message.set("result", result);
    return message
        .put("failure", failure)
        .put("ending", ending)
        .put("_msg_id", messageId)
        .put("_unique_id", UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * Reads a reply.
   *
   * @throws BadMessageException when it belongs to no call
   */
  public static Reply of(Envelope envelope) throws BadMessageException {
    ObjectNode message = envelope.message();
    String id = message.path("_msg_id").stringValue(null);
    if (id == null) {
      throw new BadMessageException("a reply without _msg_id");
    }
    return new Reply(
        id,
        message.get("result"),
        message.path("failure").stringValue(null),
        message.path("ending").booleanValue(false));
  }

  private static String idOf(Request call) {
    if (call.messageId() == null) {
      throw new IllegalStateException("a cast is never answered");
    }
    return call.messageId();
  }
}
