package org.novabm.messaging.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody asks for.
 *
 * @param method never empty
 * @param version as sent; {@code 1.0} when the message has none
 * @param namespace null for the interface's own
 * @param args by name; empty when the message has none
 * @param context the {@code _context_*} members, without that prefix
 * @param uniqueId the sender's, or one of ours when it sent none
 * @param messageId the call to answer; null for a cast, which is never answered
 * @param replyQueue where the answer goes; null with callers up to Grizzly
 * @param timeout whether the caller watches for keep-alives
 * @param wrapped whether it came in an envelope
 */
public record Request(
    String method,
    String version,
    @Nullable String namespace,
    ObjectNode args,
    ObjectNode context,
    String uniqueId,
    @Nullable String messageId,
    @Nullable String replyQueue,
    CallTimeout timeout,
    boolean wrapped) {

  private static final String CONTEXT = "_context_";

  /** A topic or queue name of AMQP 0-9-1 has at most 255 bytes. */
  private static final int MAX_NAME = 255;

  /** The journal's key. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * Reads the inner message.
   *
   * @throws BadMessageException when it has no method, or a member of the wrong kind
   */
  public static Request of(Envelope envelope) throws BadMessageException {
    ObjectNode message = envelope.message();
    String method = text(message, "method");
    if (method == null || method.isEmpty()) {
      throw new BadMessageException("no method");
    }
    String version = text(message, "version");
    return new Request(
        method,
        version == null ? "1.0" : version,
        text(message, "namespace"),
        args(message),
        context(message),
        uniqueId(message),
        text(message, "_msg_id"),
        text(message, "_reply_q"),
        CallTimeout.of(message),
        envelope.wrapped());
  }

  /** Whether somebody waits for an answer. */
  public boolean isCall() {
    return messageId != null;
  }

  /** The routing key of the answer, at the default exchange. Only for calls. */
  public String replyKey() {
    if (messageId == null) {
      throw new IllegalStateException("a cast is never answered");
    }
    return replyQueue != null ? replyQueue : messageId;
  }

  private static String uniqueId(ObjectNode message) throws BadMessageException {
    String id = text(message, "_unique_id");
    if (id == null) {
      // Folsom sends none; a simple client may send the same body twice and mean it
      return UUID.randomUUID().toString();
    }
    if (!ID.matcher(id).matches()) {
      throw new BadMessageException("a _unique_id other than 1 to 64 letters and digits");
    }
    return id;
  }

  private static ObjectNode args(ObjectNode message) throws BadMessageException {
    JsonNode args = message.get("args");
    if (args == null || args.isNull()) {
      return Json.object();
    }
    if (args instanceof ObjectNode object) {
      return object;
    }
    throw new BadMessageException("args that are not an object");
  }

  private static ObjectNode context(ObjectNode message) {
    ObjectNode context = Json.object();
    for (var member : message.properties()) {
      if (member.getKey().startsWith(CONTEXT)) {
        context.set(member.getKey().substring(CONTEXT.length()), member.getValue());
      }
    }
    return context;
  }

  private static @Nullable String text(ObjectNode message, String name) throws BadMessageException {
    JsonNode value = message.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString() || value.stringValue().length() > MAX_NAME) {
      throw new BadMessageException(name + " that is not a string of at most 255 characters");
    }
    return value.stringValue();
  }
}
