package org.novabm.rack.junos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The configurations of the switch: the one that is edited, the active one, and those before. */
final class Candidate implements AutoCloseable {

  private static final int KEPT = 50;
  private static final Set<String> STATEMENTS =
      Set.of("system", "chassis", "interfaces", "protocols", "vlans");

  private final JunosSyntax syntax;
  private final DataPlane plane;
  private final Deque<Commit> history = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private Element edited;
  private int holder;
  private String holderName = "";
  private @Nullable ScheduledFuture<?> rollback;

  Candidate(Element factory, JunosSyntax syntax, DataPlane plane) throws NetconfError {
    this.syntax = syntax;
    this.plane = plane;
    this.edited = ConfigurationTree.copy(factory);
    history.push(new Commit(factory, "root", Instant.now(), ""));
    plane.follow(new ConfigurationCheck(factory, syntax).ports());
  }

  synchronized Element active() {
    return ConfigurationTree.copy(newest().configuration());
  }

  synchronized Element edited() {
    return ConfigurationTree.copy(edited);
  }

  synchronized List<Commit> history() {
    return List.copyOf(history);
  }

  synchronized String difference(int before) throws NetconfError {
    return ConfigurationText.difference(nth(before).configuration(), edited);
  }

  private Commit newest() {
    return history.getFirst();
  }

  private Commit nth(int before) throws NetconfError {
    return history.stream()
        .skip(before)
        .findFirst()
        .orElseThrow(() -> NetconfError.failed("no rollback " + before));
  }

  /** Session 0 is whoever left edits behind, as Junos tells it. */
  synchronized void lock(int session, String who) throws NetconfError {
    if (holder != 0) {
      throw NetconfError.locked(
          holder,
          "configuration database locked by:\n  %s\n      exclusive [edit]".formatted(holderName));
    }
    if (!difference(0).isEmpty()) {
      throw NetconfError.locked(0, "configuration database modified");
    }
    holder = session;
    holderName = who;
  }

  /** Forgets what was edited under the lock (RFC 6241, section 7.5). */
  synchronized void unlock(int session) throws NetconfError {
    if (holder != session) {
      throw NetconfError.failed("configuration database is not locked by this session");
    }
    release(session);
  }

  /** The session is over. */
  synchronized void release(int session) {
    if (holder == session) {
      holder = 0;
      edited = active();
    }
  }

  synchronized void edit(int session, Element configuration, String byDefault) throws NetconfError {
    mayEdit(session);
    for (Element statement : JunosXml.children(configuration)) {
      if (!STATEMENTS.contains(JunosXml.name(statement))) {
        throw NetconfError.failed("syntax error: " + JunosXml.name(statement));
      }
    }
    Element attempt = ConfigurationTree.copy(edited);
    ConfigurationTree.edit(attempt, configuration, byDefault);
    edited = attempt;
  }

  synchronized void load(int session, int before) throws NetconfError {
    mayEdit(session);
    edited = ConfigurationTree.copy(nth(before).configuration());
  }

  synchronized void discard(int session) throws NetconfError {
    mayEdit(session);
    edited = active();
  }

  private void mayEdit(int session) throws NetconfError {
    if (holder != 0 && holder != session) {
      throw NetconfError.locked(holder, "configuration database locked by:\n  " + holderName);
    }
  }

  synchronized void check() throws NetconfError {
    new ConfigurationCheck(edited, syntax).ports();
  }

  /**
   * Makes the edited configuration the active one, and confirms the one before.
   *
   * @param confirmWithin roll back after this; null is final
   */
  synchronized void commit(
      int session, String user, String comment, @Nullable Duration confirmWithin)
      throws NetconfError {
    mayEdit(session);
    List<JunosPort> ports = new ConfigurationCheck(edited, syntax).ports();
    if (rollback != null) {
      rollback.cancel(false);
      rollback = null;
    }
    Commit before = newest();
    push(new Commit(ConfigurationTree.copy(edited), user, Instant.now(), comment));
    plane.follow(ports);
    if (confirmWithin != null) {
      rollback =
          timer.schedule(() -> rollBackTo(before), confirmWithin.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  synchronized boolean waitsForConfirmation() {
    return rollback != null;
  }

  private synchronized void rollBackTo(Commit before) {
    if (rollback == null) {
      return;
    }
    rollback = null;
    push(new Commit(before.configuration(), "root", Instant.now(), "rollback due to timeout"));
    edited = active();
    try {
      plane.follow(new ConfigurationCheck(before.configuration(), syntax).ports());
    } catch (NetconfError e) {
      throw new IllegalStateException("a committed configuration was checked", e);
    }
  }

  private void push(Commit commit) {
    history.push(commit);
    if (history.size() > KEPT) {
      history.removeLast();
    }
  }

  /** Somebody at the console left these edits without a commit. */
  synchronized void editByHand(Element configuration) throws NetconfError {
    ConfigurationTree.edit(edited, configuration, "merge");
  }

  synchronized void lockByHand(@Nullable String who) {
    holder = who == null ? 0 : Integer.MAX_VALUE;
    holderName = who == null ? "" : who;
  }

  List<JunosPort> ports() {
    return new ArrayList<>(plane.ports());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
