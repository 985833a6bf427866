package org.novabm.messaging.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.novabm.instance.RequestContext;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One notification.
 *
 * @param source tells this one from all others; sent again it gets the same ids, so that listeners
 *     drop it
 * @param publisher for example {@code compute.host1}
 * @param event for example {@code compute.instance.create.end}
 * @param priority which queue it goes to
 * @param payload what happened
 * @param context whose request it was about
 * @param at when it is sent
 */
record Notification(
    String source,
    String publisher,
    String event,
    Priority priority,
    ObjectNode payload,
    RequestContext context,
    Instant at) {

  /** How much it matters. */
  enum Priority {
    INFO,
    ERROR;

    /** As in queue names. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final DateTimeFormatter SPACED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The inner message. */
  ObjectNode message() {
    UUID id = UUID.nameUUIDFromBytes((source + event).getBytes(StandardCharsets.UTF_8));
    ObjectNode message =
        Json.object()
            .put("message_id", id.toString())
            .put("publisher_id", publisher)
            .put("event_type", event)
            .put("priority", priority.name());
    message.set("payload", payload);
    message.put("timestamp", SPACED.format(at)).put("_unique_id", id.toString().replace("-", ""));
    putContext(message);
    return message;
  }

  /**
   * Without a token and a catalogue, as oslo.messaging strips them; under the names of old and new
   * releases.
   */
  private void putContext(ObjectNode message) {
    message
        .put("_context_request_id", context.requestId())
        .put("_context_user_id", context.user())
        .put("_context_user", context.user())
        .put("_context_project_id", context.project())
        .put("_context_project", context.project())
        .put("_context_tenant", context.project())
        .put("_context_is_admin", true)
        .put("_context_timestamp", PayloadDates.iso(at))
        .putNull("_context_auth_token");
    message.putArray("_context_service_catalog");
    message.putArray("_context_roles");
  }
}
