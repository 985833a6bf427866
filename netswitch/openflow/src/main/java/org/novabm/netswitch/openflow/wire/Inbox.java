package org.novabm.netswitch.openflow.wire;

import java.io.EOFException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a switch says to whoever waits for it, by the transaction id. */
final class Inbox {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final String display;
  private final RareLines lines = new RareLines(log);
  private final Map<Long, Question> questions = new ConcurrentHashMap<>();
  private final Set<Long> ordered = ConcurrentHashMap.newKeySet();
  private final Map<Long, OFErrorMsg> errors = new ConcurrentHashMap<>();
  private final List<Consumer<OFMessage>> listeners = new CopyOnWriteArrayList<>();

  Inbox(String display) {
    this.display = display;
  }

  void listen(Consumer<OFMessage> listener) {
    listeners.add(listener);
  }

  void unlisten(Consumer<OFMessage> listener) {
    listeners.remove(listener);
  }

  void expect(long id, Question question) {
    questions.put(id, question);
  }

  void forget(long id) {
    Question question = questions.remove(id);
    if (question != null) {
      question.giveUp();
    }
  }

  /** From now on errors of these orders are kept. */
  void ordered(Collection<Long> ids) {
    ordered.addAll(ids);
  }

  /** The errors of these orders so far; later ones are only logged. */
  Map<Long, OFErrorMsg> errors(Collection<Long> ids) {
    ids.forEach(ordered::remove);
    Map<Long, OFErrorMsg> mine = new HashMap<>();
    for (Long id : ids) {
      OFErrorMsg error = errors.remove(id);
      if (error != null) {
        mine.put(id, error);
      }
    }
    return mine;
  }

  /**
   * Brings a message.
   *
   * @param bytes that it had
   */
  void take(OFMessage message, int bytes) {
    Question question = questions.get(message.getXid());
    switch (message) {
      case OFMessage answer when question != null -> question.take(answer, bytes);
      case OFErrorMsg error when ordered.contains(error.getXid()) ->
          errors.put(error.getXid(), error);
      case OFErrorMsg error ->
          lines.warn("{}: unsolicited OpenFlow error: {}", display, Errors.text(error));
      default -> listeners.forEach(listener -> listener.accept(message));
    }
  }

  /** A message of that id came and cannot be read; the length was right, so the next one can. */
  void unreadable(long id, int type, Exception why) {
    lines.warn("{}: a message of type {} cannot be read: {}", display, type, why.toString());
    Question question = questions.get(id);
    if (question != null) {
      question.fail(why instanceof OFParseError ? why : new OFParseError(why.toString()));
    }
  }

  /** Nothing will come any more. */
  void close() {
    questions.values().forEach(question -> question.fail(new EOFException("closed")));
  }
}
