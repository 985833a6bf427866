package org.novabm.api.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The trail of changes and refusals, by the logger {@code org.novabm.audit} so that it can be sent
 * elsewhere. A change has one line, at level info; refusals, which strangers cause, have at most 20
 * lines in ten seconds, at level warn, and then their number. No line holds a body, a query or a
 * header.
 */
@Component
public final class Audit {

  /** The logger. */
  public static final String LOGGER = "org.novabm.audit";

  private static final Logger log = LoggerFactory.getLogger(LOGGER);
  private static final int MOST_REFUSALS = 20;
  private static final Duration STRETCH = Duration.ofSeconds(10);
  private static final int LONGEST = 200;
  private static final String NOTE = Audit.class.getName();

  private final RationedLines refusals = new RationedLines(log::warn, MOST_REFUSALS, STRETCH);

  /** Adds a word on what a call is about that its address does not tell; no secret. */
  public static void note(HttpServletRequest request, String word) {
    request.setAttribute(NOTE, word);
  }

  /** Who calls, as the trail names callers: all who have the token are one by that. */
  public static String caller(HttpServletRequest request) {
    return request.getRemoteAddr();
  }

  /**
   * Somebody with the token changed something, or tried to.
   *
   * @param made address of what came to be
   */
  void change(HttpServletRequest request, int status, @Nullable String made) {
    Object note = request.getAttribute(NOTE);
    log.info(
        "change by={} call=\"{}\" status={}{}{}",
        caller(request),
        call(request),
        status,
        note == null ? "" : " what=" + plain(note.toString()),
        made == null ? "" : " made=" + plain(made));
  }

  /** Somebody was not let in. */
  void refusal(HttpServletRequest request, int status) {
    refusals.write(
        "refused by=%s call=\"%s\" status=%d".formatted(caller(request), call(request), status));
  }

  /** A connection went without an answer. */
  public void turnedAway(String address, String why) {
    refusals.write("refused by=%s call=none why=\"%s\"".formatted(address, why));
  }

  private static String call(HttpServletRequest request) {
    return plain(request.getMethod() + " " + request.getRequestURI());
  }

  /** One line, of printable characters that cannot be taken for another field. */
  private static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return cut.replaceAll("[^ !#-~]", "?");
  }
}
