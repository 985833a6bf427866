package org.novabm.netswitch.openflow.wire;

import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFEchoRequest;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * A connection to a switch that was greeted. One thread reads; any may ask. What nobody asked for
 * goes to the listeners, on the reading thread.
 */
public final class OpenFlowChannel implements AutoCloseable {

  /** A switch that is silent so often, though asked for an echo, is gone. */
  private static final int MOST_SILENCES = 3;

  /** So long a switch may take to read what it is sent. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

  private final Guest guest;
  private final String display;
  private final Frames frames;
  private final Outlet outlet;
  private final OFFactory factory;
  private final ByteBudget answers;
  private final PortRoom ports;
  private final Inbox inbox;
  private volatile boolean closed;

  OpenFlowChannel(Guest guest, Socket socket, Frames frames, OFVersion version, Wires wires)
      throws IOException {
    this.guest = guest;
    this.display = guest.display();
    this.frames = frames;
    this.outlet = new Outlet(guest, socket.getOutputStream(), wires.clock());
    this.factory = OFFactories.getFactory(version);
    this.answers = wires.answers();
    this.ports = new PortRoom(wires.ports().share(display));
    this.inbox = new Inbox(display);
  }

  /** Who it is connected to, address and port. */
  public String display() {
    return display;
  }

  /** A part, nothing yet, of what all switches' answers may hold. */
  public ByteBudget.Share share() {
    return answers.share(display);
  }

  PortRoom ports() {
    return ports;
  }

  /** It is known now: messages may be as long as the protocol has them. */
  void trust() {
    frames.allow(Frames.LONGEST);
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
    List<OFMessage> parts = new ArrayList<>();
    try (ByteBudget.Share share = share()) {
      ask(request, share, deadline, parts::add);
    }
    return parts;
  }

  /**
   * Asks and waits until the answer is whole.
   *
   * @param share pays for the answer; given back by the caller
   * @param use of each part, on another thread; may throw a {@link BackendException}
   * @throws BackendException.Refused when the answer is an error
   */
  public void ask(
      OFMessage request, ByteBudget.Share share, Deadline deadline, Consumer<OFMessage> use) {
    if (closed) {
      throw new BackendException.Unreachable(display, "the connection broke");
    }
    new Inquiry(display, request, outlet, inbox).run(share, deadline, use);
  }

  /** Whether it answers an echo in time. */
  public boolean answers(Duration within) {
    try {
      ask(factory.echoRequest(new byte[0]), Deadline.in(within));
      return true;
    } catch (BackendException.Unreachable e) {
      return false;
    } catch (BackendException e) {
      // it answers, and is not hung up on for what
      return true;
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
      outlet.send(orders, deadline);
      ask(factory.barrierRequest(), deadline);
    } catch (BackendException e) {
      inbox.errors(ids);
      throw e;
    }
    return inbox.errors(ids);
  }

  /** Sends without waiting for anything but room. */
  public void send(List<? extends OFMessage> messages) {
    outlet.send(messages, Deadline.in(LONGEST_WRITE));
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
      String ours = guest.why();
      return ours == null ? String.valueOf(e.getMessage()) : ours;
    } finally {
      close();
      frames.close();
      ports.close();
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
        default -> inbox.take(message, frame.length);
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
    hangUp("it is not used any more");
  }

  /**
   * Ends the connection.
   *
   * @param why for the log
   */
  public void hangUp(String why) {
    closed = true;
    guest.hangUp(why);
    inbox.close();
  }
}
