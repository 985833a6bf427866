package org.novabm.deploy.agent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.novabm.spi.BackendException;
import org.novabm.spi.LineQuota;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.JobBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side that machines talk to says in the job book that it is there, and what it lacks; the
 * other side reads it before a machine is switched on. The book is all that the two share.
 */
final class Presence implements AutoCloseable {

  static final Duration EVERY = Duration.ofSeconds(5);

  /** Much longer than a busy host or database holds a line back. */
  static final Duration SILENT = Duration.ofSeconds(60);

  private static final int LONGEST_DESK = 255;
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final LineQuota unsaid = new LineQuota("signs of life not written", 1, LOG::warn);
  private final JobBook book;
  private final String desk;
  private final Supplier<String> lack;
  private final InstantSource time;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("deploy-presence").factory());

  private Presence(JobBook book, String desk, Supplier<String> lack, InstantSource time) {
    this.book = book;
    this.desk = desk;
    this.lack = lack;
    this.time = time;
  }

  /** Says it now, and from now on. */
  static Presence begin(
      AgentSettings settings, JobBook book, Supplier<String> lack, InstantSource time) {
    Presence presence = new Presence(book, desk(settings), lack, time);
    presence.say();
    Future<?> _ =
        presence.clock.scheduleWithFixedDelay(
            presence::say, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return presence;
  }

  /** By its settings, which both sides read: a free port is known to one alone. */
  private static String desk(AgentSettings settings) {
    String base = settings.base(settings.httpPort());
    return base.length() > LONGEST_DESK ? base.substring(0, LONGEST_DESK) : base;
  }

  private void say() {
    try {
      book.attend(desk, new Attendance(time.instant(), lack.get()));
    } catch (RuntimeException e) {
      unsaid.say("could not record that machines are served here: " + e.getMessage());
    }
  }

  /**
   * Somebody is there who has what a machine will ask for.
   *
   * @throws BackendException.Unreachable naming what is missing; an operator may just be mending it
   */
  static void require(AgentSettings settings, JobBook book, InstantSource time) {
    String desk = desk(settings);
    List<Attendance> said = book.attendance(desk);
    List<Attendance> there =
        said.stream()
            .filter(one -> Duration.between(one.seen(), time.instant()).compareTo(SILENT) < 0)
            .toList();
    if (there.stream().anyMatch(one -> one.lack().isEmpty())) {
      return;
    }
    throw new BackendException.Unreachable(
        "deploy helper at " + desk, there.isEmpty() ? absent(said) : there.getFirst().lack());
  }

  private static String absent(List<Attendance> said) {
    return (said.isEmpty() ? "is not running" : "was seen last at " + said.getFirst().seen())
        + ": start nova-baremetal-deploy-helper, or set deploy_helper = inside in [novabm]; both"
        + " programs need the same listen, http_port and base_url in [deploy:agent]";
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      if (!clock.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("the sign of life that is being written comes after the end");
      }
      book.leave(desk);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      unsaid.say("could not record that no machines are served here: " + e.getMessage());
    }
  }
}
