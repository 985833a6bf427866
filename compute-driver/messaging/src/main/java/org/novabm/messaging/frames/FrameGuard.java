package org.novabm.messaging.frames;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQContentHeader;
import com.rabbitmq.client.impl.AMQImpl;
import com.rabbitmq.client.impl.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each frame of one connection before the client library does (AMQP 0-9-1, section 4.2.6):
 * a content header announces the size of the body, the body's frames follow on the same channel
 * without another frame of that channel between them. Where a body is not to be put together by the
 * library, its frames are kept back, and the library sees an empty, marked message once the last
 * one has passed. Without it the library closes the connection, and the broker delivers the same
 * message again, for ever.
 *
 * <p>Used by the thread that reads the connection, and closed by any.
 */
final class FrameGuard implements AutoCloseable {

  /** Class, weight and size of the body come before the properties. */
  private static final int SIZE_AT = 4;

  private static final int LEAST_HEADER = 14;

  private final Inbound inbound;
  private final Map<Integer, Diverted> diverted = new HashMap<>();

  // what was handed on and may never be asked for; those that were are gone already
  private final Queue<Long> handedOn = new ArrayDeque<>();

  FrameGuard(Inbound inbound) {
    this.inbound = inbound;
  }

  /** The frame that the library is to see; one that it passes over when this one is kept back. */
  synchronized Frame pass(Frame frame) throws IOException {
    return switch (frame.type) {
      case AMQP.FRAME_HEADER -> header(frame);
      case AMQP.FRAME_BODY -> body(frame);
      default -> frame;
    };
  }

  @Override
  public synchronized void close() {
    diverted.values().forEach(Diverted::close);
    diverted.clear();
    handedOn.forEach(inbound::drop);
    handedOn.clear();
  }

  private Frame header(Frame frame) throws IOException {
    byte[] header = frame.getPayload();
    if (header.length < LEAST_HEADER) {
      return frame; // the library says what is wrong with it
    }
    long size = ByteBuffer.wrap(header).getLong(SIZE_AT);
    AMQP.BasicProperties properties =
        header.length > inbound.limits().properties() ? null : properties(frame);
    String fault = fault(size, header.length, properties);
    if (fault == null && size <= inbound.limits().inline()) {
      return frame;
    }
    Diverted message =
        new Diverted(
            frame.channel,
            size,
            properties,
            fault,
            fault == null ? new HeldBody((int) size) : null);
    if (message.left == 0) {
      return handOn(message);
    }
    diverted.put(frame.channel, message);
    return nothing();
  }

  private Frame body(Frame frame) throws IOException {
    Diverted message = diverted.get(frame.channel);
    if (message == null) {
      return frame;
    }
    message.take(frame.getPayload());
    if (message.left > 0) {
      return nothing();
    }
    diverted.remove(frame.channel);
    return handOn(message);
  }

  private Frame handOn(Diverted message) throws IOException {
    long id = inbound.keep(message.content());
    handedOn.add(id);
    if (handedOn.size() > 1000) {
      handedOn.removeIf(known -> !inbound.keeps(known));
    }
    Frame empty = inbound.marked(message.properties, id).toFrame(message.channel, 0);
    return new Frame(empty.type, empty.channel, empty.getPayload());
  }

  private @Nullable String fault(long size, int header, AMQP.@Nullable BasicProperties properties) {
    InboundLimits limits = inbound.limits();
    if (size < 0 || size > limits.largest()) {
      return "is longer than " + limits.largest() + " bytes";
    }
    if (header > limits.properties()) {
      return "has properties of " + header + " bytes, more than " + limits.properties();
    }
    return properties == null ? "has properties that nobody can read" : null;
  }

  /** Null when the library could not read them; its connection would end by that. */
  private static AMQP.@Nullable BasicProperties properties(Frame frame) {
    try {
      AMQContentHeader header = AMQImpl.readContentHeaderFrom(frame.getInputStream());
      return header instanceof AMQP.BasicProperties properties ? properties : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** A heartbeat says that the broker is alive, which it is, and nothing else. */
  private static Frame nothing() {
    return new Frame(AMQP.FRAME_HEARTBEAT, 0, new byte[0]);
  }

  /** A message whose body is still coming. */
  private static final class Diverted {

    private final int channel;
    private final long size;
    private final AMQP.@Nullable BasicProperties properties;
    private final @Nullable String fault;
    private final @Nullable HeldBody body;
    private long left;

    Diverted(
        int channel,
        long size,
        AMQP.@Nullable BasicProperties properties,
        @Nullable String fault,
        @Nullable HeldBody body) {
      this.channel = channel;
      this.size = size;
      this.properties = properties;
      this.fault = fault;
      this.body = body;
      this.left = Math.max(0, size);
    }

    void take(byte[] part) {
      left -= part.length;
      if (body != null) {
        body.append(part);
      }
    }

    Content content() {
      return body == null
          ? new Content.Refused(size, String.valueOf(fault))
          : new Content.Held(body);
    }

    void close() {
      if (body != null) {
        body.close();
      }
    }
  }
}
