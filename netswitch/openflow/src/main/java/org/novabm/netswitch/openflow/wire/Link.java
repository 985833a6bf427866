package org.novabm.netswitch.openflow.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFEchoRequest;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a switch that was greeted. One thread reads; any may ask. What nobody asked for
 * goes to the listeners, on the reading thread.
 */
public final class Link implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Link.class);

  /** A switch that is silent so often, though asked for an echo, is gone. */
  private static final int MOST_SILENCES = 3;

  private final String display;
  private final Socket socket;
  private final Frames frames;
  private final OutputStream output;
  private final OFFactory factory;
  private final ReentrantLock writing = new ReentrantLock();
  private final Inbox inbox;
  private volatile boolean closed;

  Link(String display, Socket socket, Frames frames, OFVersion version) throws IOException {
    this.display = display;
    this.socket = socket;
    this.frames = frames;
    this.output = socket.getOutputStream();
    this.factory = OFFactories.getFactory(version);
    this.inbox = new Inbox(display);
  }

  /** Makes messages of this connection's version. */
  public OFFactory factory() {
    return factory;
  }

  public boolean isOpen() {
    return !closed;
  }

  /** Gets every message that is no answer; must not block. */
  public void listen(Consumer<OFMessage> listener) {
    inbox.listen(listener);
  }

  public void unlisten(Consumer<OFMessage> listener) {
    inbox.unlisten(listener);
  }

  /**
   * Asks and waits for the answer.
   *
   * @return its parts; more than one for statistics only
   * @throws BackendException.Refused when the answer is an error
   */
  public List<OFMessage> ask(OFMessage request, Deadline deadline) {
    Question question = inbox.expect(request.getXid());
    try {
      if (closed) {
        throw gone(null);
      }
      send(List.of(request));
      List<OFMessage> answer = question.answer().get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
      if (answer.getFirst() instanceof OFErrorMsg error) {
        throw new BackendException.Refused(
            display,
            "the switch answers %s with %s".formatted(request.getType(), Errors.text(error)));
      }
      return answer;
    } catch (TimeoutException e) {
      throw new BackendException.Unreachable(
          display, "no answer to " + request.getType() + " in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof OFParseError
          ? new BackendException.ProtocolViolation(
              display, "the answer to " + request.getType() + " cannot be read", e)
          : gone(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display, "interrupted", e);
    } finally {
      inbox.forget(request.getXid());
    }
  }

  /**
   * Sends orders, which have no answer, and a barrier after them.
   *
   * @return the errors that came before the barrier's answer, by the orders' transaction ids
   */
  public Map<Long, OFErrorMsg> order(List<? extends OFMessage> orders, Deadline deadline) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    List<Long> ids = orders.stream().map(OFMessage::getXid).toList();
    inbox.ordered(ids);
    try {
      send(orders);
      ask(factory.barrierRequest(), deadline);
    } catch (BackendException e) {
      inbox.errors(ids);
      throw e;
    }
    return inbox.errors(ids);
  }

  /** Sends without waiting for anything. */
  public void send(List<? extends OFMessage> messages) {
    ByteBuf bytes = Unpooled.buffer();
    messages.forEach(message -> message.writeTo(bytes));
    writing.lock();
    try {
      bytes.readBytes(output, bytes.readableBytes());
      output.flush();
    } catch (IOException e) {
      close();
      throw gone(e);
    } finally {
      writing.unlock();
    }
  }

  private BackendException gone(@Nullable Throwable cause) {
    return new BackendException.Unreachable(display, "the connection broke", cause);
  }

  /** Reads until the connection ends, and says why it did. */
  String read() {
    int silences = 0;
    try {
      while (true) {
        try {
          take(frames.next());
          silences = 0;
        } catch (SocketTimeoutException e) {
          if (++silences == MOST_SILENCES) {
            return "it is silent";
          }
          send(List.of(factory.echoRequest(new byte[0])));
        }
      }
    } catch (EOFException e) {
      return "it hung up";
    } catch (IOException | BackendException e) {
      return String.valueOf(e.getMessage());
    } finally {
      close();
    }
  }

  private void take(byte[] frame) throws ProtocolException {
    if (frame[0] != factory.getVersion().getWireVersion()) {
      throw new ProtocolException(
          "a message of wire version %d, though %s was agreed on"
              .formatted(frame[0], factory.getVersion()));
    }
    try {
      OFMessage message = factory.getReader().readFrom(Unpooled.wrappedBuffer(frame));
      switch (message) {
        case null -> throw new OFParseError("of a type nobody knows");
        case OFEchoRequest echo -> answer(echo);
        default -> inbox.take(message);
      }
    } catch (OFParseError | RuntimeException e) {
      inbox.unreadable(ByteBuffer.wrap(frame).getInt(4) & 0xffff_ffffL, frame[1], e);
    }
  }

  private void answer(OFEchoRequest echo) {
    send(List.of(factory.buildEchoReply().setXid(echo.getXid()).setData(echo.getData()).build()));
  }

  @Override
  public void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("{}: {}", display, e.toString());
    }
    inbox.close();
  }
}
