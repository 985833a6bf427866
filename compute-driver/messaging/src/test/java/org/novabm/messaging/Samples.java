package org.novabm.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of real releases, as they were captured on a broker: Grizzly's bare, the others' in
 * their envelope.
 */
public final class Samples {

  private Samples() {}

  /** The whole file: exchange, key, properties, message. */
  public static ObjectNode file(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("samples/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return Json.object(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadMessageException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ObjectNode message(String name) {
    return (ObjectNode) file(name).get("message");
  }

  /** The body as it went over the wire. */
  public static byte[] body(String name) {
    return new Envelope(message(name), !file(name).get("envelope").isNull()).seal();
  }

  /** One message of a recorded conversation. */
  public static ObjectNode spoken(String name, int number) {
    return (ObjectNode) file(name).get("conversation").get(number);
  }

  public static Request request(String name) {
    return request(body(name));
  }

  public static Request request(ObjectNode message) {
    return request(new Envelope(message, true).seal());
  }

  private static Request request(byte[] body) {
    try {
      return Request.of(Envelope.open(body));
    } catch (BadMessageException e) {
      throw new IllegalStateException(e);
    }
  }
}
