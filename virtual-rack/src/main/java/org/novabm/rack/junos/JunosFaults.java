package org.novabm.rack.junos;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes wrong at the switch, as it does in the field. May be changed at any time. */
public final class JunosFaults {

  /** How often an answer comes. */
  enum Times {
    ONCE,
    TWICE,
    /** It goes on until the other side hangs up. */
    FOR_EVER
  }

  private final Set<String> stuck = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private final AtomicInteger lostCommits = new AtomicInteger();
  private final AtomicInteger lostConfirmations = new AtomicInteger();
  private final AtomicReference<UnaryOperator<String>> change =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<UnaryOperator<String>> greeting =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<Duration> drip = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<Times> times = new AtomicReference<>(Times.ONCE);
  private final AtomicReference<@Nullable String> commitError = new AtomicReference<>();

  /** The port forwards as it did before, whatever is committed. */
  public JunosFaults stick(String port) {
    stuck.add(port);
    return this;
  }

  /** It follows again, from the next commit on. */
  public JunosFaults unstick(String port) {
    stuck.remove(port);
    return this;
  }

  /** The session ends after the next commit, before its answer. */
  public JunosFaults loseNextCommitAnswer() {
    lostAnswers.incrementAndGet();
    return this;
  }

  /** The session ends when the next commit is asked for, which is not made. */
  public JunosFaults loseNextCommit() {
    lostCommits.incrementAndGet();
    return this;
  }

  /** The session ends when the next commit that would confirm is asked for, which is not made. */
  public JunosFaults loseNextConfirmation() {
    lostConfirmations.incrementAndGet();
    return this;
  }

  /** Every commit fails with this message; null lets them pass again. */
  public JunosFaults failCommits(@Nullable String message) {
    commitError.set(message);
    return this;
  }

  /** Turns each answer into another. */
  public JunosFaults changeAnswers(UnaryOperator<String> next) {
    change.set(next);
    return this;
  }

  /** Turns each hello into another. */
  public JunosFaults changeHellos(UnaryOperator<String> next) {
    greeting.set(next);
    return this;
  }

  /** Answers come a byte after the other, so far apart; zero sends them at once again. */
  public JunosFaults drip(Duration apart) {
    drip.set(apart);
    return this;
  }

  /** Each answer comes twice. */
  public JunosFaults repeatAnswers() {
    times.set(Times.TWICE);
    return this;
  }

  /** No answer ends. */
  public JunosFaults neverEndAnswers() {
    times.set(Times.FOR_EVER);
    return this;
  }

  /** Each answer comes once and ends, as at first. */
  public JunosFaults endAnswers() {
    times.set(Times.ONCE);
    return this;
  }

  Times times() {
    return times.get();
  }

  String answer(String honest) {
    return change.get().apply(honest);
  }

  String hello(String honest) {
    return greeting.get().apply(honest);
  }

  Duration drip() {
    return drip.get();
  }

  boolean isStuck(String port) {
    return stuck.contains(port);
  }

  boolean losesCommitAnswer() {
    return takeOne(lostAnswers);
  }

  boolean losesCommit() {
    return takeOne(lostCommits);
  }

  boolean losesConfirmation() {
    return takeOne(lostConfirmations);
  }

  @Nullable String commitError() {
    return commitError.get();
  }

  private static boolean takeOne(AtomicInteger counter) {
    return counter.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
