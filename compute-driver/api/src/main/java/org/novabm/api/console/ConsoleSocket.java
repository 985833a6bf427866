package org.novabm.api.console;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.novabm.console.ConsoleSeat;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.console.Consoles;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * One caller at one console. Binary messages are what the machine says, and what is typed. Text
 * messages are about the console: to the caller a notice for a person, from the caller the word
 * {@code break}.
 */
final class ConsoleSocket extends AbstractWebSocketHandler {

  /** The attribute with what the caller wants. */
  static final String WISH = "org.novabm.console.wish";

  private static final String SEATED = "org.novabm.console.seated";
  private static final int LONGEST_REASON = 120;
  private static final String BREAK = "break";

  private final Consoles consoles;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Semaphore free;

  /** What a caller wants. */
  record Wish(Node node, Role role, Claim claim) {}

  private record Place(ConsoleSeat seat, ConsoleStream stream) {}

  /**
   * For callers of all consoles together.
   *
   * @param most viewers at one time
   */
  ConsoleSocket(Consoles consoles, int most) {
    this.consoles = consoles;
    this.free = new Semaphore(most);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    if (!free.tryAcquire()) {
      refuse(
          session,
          CloseStatus.SERVICE_OVERLOAD,
          "all live consoles are taken; close one, or raise [novabm] api_consoles");
      return;
    }
    session.getAttributes().put(SEATED, true);
    Wish wish = (Wish) Objects.requireNonNull(session.getAttributes().get(WISH));
    ConsoleStream stream = new ConsoleStream(session);
    try {
      ConsoleSeat seat = consoles.join(wish.node(), stream, wish.role(), wish.claim());
      places.put(session.getId(), new Place(seat, stream));
      stream.start();
    } catch (BackendException e) {
      refuse(session, CloseStatus.POLICY_VIOLATION, String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(WebSocketSession session, CloseStatus status, String why)
      throws IOException {
    session.sendMessage(new TextMessage(why));
    session.close(status.withReason(brief(why)));
  }

  private static String brief(String text) {
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    Place place = places.get(session.getId());
    if (place != null) {
      byte[] keys = new byte[message.getPayloadLength()];
      message.getPayload().get(keys);
      if (place.seat().type(keys) < keys.length) {
        place.stream().told("what was typed is lost: " + why(place.seat()));
      }
    }
  }

  private static String why(ConsoleSeat seat) {
    return seat.role() == Role.VIEW
        ? "this console is read-only: another client types, or you asked for role=view"
        : "the console is not open, or the machine does not take it";
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    Place place = places.get(session.getId());
    if (place == null) {
      return;
    }
    if (message.getPayload().equals(BREAK)) {
      place.seat().sendBreak();
    } else {
      place.stream()
          .told(
              "'break' is the only text message that is understood; send keys as binary messages");
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().remove(SEATED) != null) {
      free.release();
    }
    Place place = places.remove(session.getId());
    if (place != null) {
      place.seat().close();
      place.stream().stop();
    }
  }
}
