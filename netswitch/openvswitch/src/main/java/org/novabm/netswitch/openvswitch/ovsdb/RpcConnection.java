package org.novabm.netswitch.openvswitch.ovsdb;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Deadline;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON-RPC 1.0 connection, one call at a time. The peer's own {@code echo} requests are
 * answered (RFC 7047, 4.1.11), its notifications kept until somebody asks for them.
 */
public final class RpcConnection implements AutoCloseable {

  /** We ask to be told of one number, in a row of its own. */
  private static final int MOST_NOTIFICATIONS = 16;

  private static final int LONGEST_NOTIFICATION = 16 << 10;

  private final JsonMapper json = new JsonMapper();
  private final Wire wire;
  private final Queue<JsonNode> notifications = new ArrayDeque<>();
  private int lastId;
  private int lastLength;

  private RpcConnection(Wire wire) {
    this.wire = wire;
  }

  /**
   * @throws IOException when nobody takes the connection in time
   */
  public static RpcConnection open(SocketAddress address, AnswerBounds bounds, Deadline deadline)
      throws IOException {
    return new RpcConnection(Wire.connect(address, bounds, deadline));
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @return the member {@code result}
   * @throws RpcRefusal when the answer is an error
   * @throws IOException when there is none in time, or it is none; the connection is then useless
   */
  public JsonNode call(String method, JsonNode parameters, Deadline deadline)
      throws IOException, RpcRefusal {
    int id = ++lastId;
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("method", method).put("id", id).set("params", parameters);
    wire.write(json.writeValueAsBytes(request), deadline);
    while (true) {
      JsonNode message = receive(deadline);
      if (!message.has("method") && message.path("id").asInt(0) == id) {
        JsonNode error = message.path("error");
        if (!error.isNull() && !error.isMissingNode()) {
          throw new RpcRefusal(error.isString() ? error.asString() : error.toString());
        }
        return message.path("result");
      }
      keep(message, deadline);
    }
  }

  /** The parameters of the next notification of that name; waits for it. */
  public JsonNode notification(String method, Deadline deadline) throws IOException {
    while (true) {
      JsonNode kept = notifications.poll();
      if (kept == null) {
        keep(receive(deadline), deadline);
      } else if (kept.path("method").asString("").equals(method)) {
        return kept.path("params");
      }
    }
  }

  private void keep(JsonNode message, Deadline deadline) throws IOException {
    if (message.path("method").asString("").equals("echo")) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.set("result", message.path("params"));
      answer.putNull("error").set("id", message.path("id"));
      wire.write(json.writeValueAsBytes(answer), deadline);
    } else if (message.has("method") && notifications.size() < MOST_NOTIFICATIONS) {
      if (lastLength > LONGEST_NOTIFICATION) {
        throw new IOException("the peer sent a notice of " + lastLength + " bytes");
      }
      notifications.add(message);
    }
  }

  private JsonNode receive(Deadline deadline) throws IOException {
    byte[] message = wire.read(deadline);
    lastLength = message.length;
    try {
      @Nullable JsonNode read = json.readTree(message);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      throw new IOException("the peer sent invalid JSON: " + e.getOriginalMessage(), e);
    }
    throw new IOException("the peer sent JSON that is not a message");
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
