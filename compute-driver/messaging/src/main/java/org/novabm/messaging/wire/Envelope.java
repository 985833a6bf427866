package org.novabm.messaging.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outer form of a message. Havana and later wrap it ({@code oslo.version}, {@code
 * oslo.message}: JSON text inside JSON); Folsom and Grizzly send it bare.
 *
 * @param message the inner message
 * @param wrapped whether it came wrapped; the answer goes back in the same form
 */
public record Envelope(ObjectNode message, boolean wrapped) {

  private static final String VERSION = "oslo.version";
  private static final String MESSAGE = "oslo.message";
  private static final ApiVersion OURS = new ApiVersion(2, 0);

  /**
   * Opens either form.
   *
   * @throws BadMessageException when it is no JSON object or an envelope of another version
   */
  public static Envelope open(byte[] body) throws BadMessageException {
    return open(new ByteArrayInputStream(body));
  }

  /**
   * Opens either form, as it comes.
   *
   * @throws BadMessageException as above
   */
  public static Envelope open(InputStream body) throws BadMessageException {
    ObjectNode outer = Json.outer(body);
    JsonNode version = outer.get(VERSION);
    JsonNode message = outer.get(MESSAGE);
    if (version == null || message == null) {
      return new Envelope(outer, false);
    }
    ApiVersion asked = ApiVersion.parse(version.isString() ? version.stringValue() : "");
    if (asked == null || !OURS.serves(asked)) {
      throw new BadMessageException("an envelope of a version other than 2.0");
    }
    if (!message.isString()) {
      throw new BadMessageException("an envelope whose oslo.message is not a string");
    }
    return new Envelope(Json.object(message.stringValue()), true);
  }

  /** The bytes to publish, UTF-8. */
  public byte[] seal() {
    ObjectNode outer =
        wrapped ? Json.object().put(VERSION, "2.0").put(MESSAGE, Json.text(message)) : message;
    return Json.text(outer).getBytes(StandardCharsets.UTF_8);
  }
}
