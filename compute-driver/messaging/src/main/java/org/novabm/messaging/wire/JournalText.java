package org.novabm.messaging.wire;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it is put on record: the inner message without what no handler of ours reads and
 * nobody should find in a database (the caller's token and its catalogue of services, passwords,
 * files to inject).
 */
public final class JournalText {

  private static final Set<String> SECRET_ARGS =
      Set.of("admin_password", "new_pass", "injected_files");

  private JournalText() {}

  public static String of(Request request) {
    ObjectNode args = Json.object();
    for (var member : request.args().properties()) {
      if (!SECRET_ARGS.contains(member.getKey())) {
        args.set(member.getKey(), member.getValue());
      }
    }
    ObjectNode message = Json.object().put("method", request.method());
    message.set("args", args);
    message.put("version", request.version()).put("_unique_id", request.uniqueId());
    if (request.namespace() != null) {
      message.put("namespace", request.namespace());
    }
    if (request.messageId() != null) {
      message.put("_msg_id", request.messageId());
    }
    if (request.replyQueue() != null) {
      message.put("_reply_q", request.replyQueue());
    }
    switch (request.timeout()) {
      case CallTimeout.Absent() -> {}
      case CallTimeout.Unwatched() -> message.putNull("_timeout");
      case CallTimeout.Watched(var patience) -> message.put("_timeout", patience.toSeconds());
    }
    for (var member : request.context().properties()) {
      if (!member.getKey().equals("auth_token") && !member.getKey().equals("service_catalog")) {
        message.set("_context_" + member.getKey(), member.getValue());
      }
    }
    return Json.text(message);
  }

  /**
   * Reads it back. Its answer will go out bare, which callers of every release read.
   *
   * @throws BadMessageException when the text is none of ours
   */
  public static Request read(String text) throws BadMessageException {
    return Request.of(new Envelope(Json.object(text), false));
  }
}
