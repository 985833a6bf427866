package org.novabm.deploy.agent.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out answers, a few at a time: each may wait for a database whose connections others need
 * too. A queue without an end is bounded by the connections, since each asks one thing at a time.
 */
final class Desk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Site site;
  private final LineQuota failures = new LineQuota("answers that failed", 30, LOG::error);
  private final ThreadPoolExecutor workers;

  Desk(Site site, HttpBounds bounds) {
    this.site = site;
    this.workers =
        new ThreadPoolExecutor(
            bounds.answersAtOnce(),
            bounds.answersAtOnce(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("deploy-http-worker-", 0).factory());
    workers.allowCoreThreadTimeOut(true);
  }

  void ask(Asked asked, Consumer<Answer> then) {
    workers.execute(() -> then.accept(answer(asked)));
  }

  private Answer answer(Asked asked) {
    try {
      return site.answer(asked);
    } catch (IllegalArgumentException e) {
      return new Answer.Text(400, e.getMessage() + "\n");
    } catch (RuntimeException e) {
      failures.say("cannot answer " + asked + ": " + e);
      LOG.debug("cannot answer {}", asked, e);
      return new Answer.Text(500, "this failed here; the log says why\n");
    }
  }

  /** Asks whether a transfer may go on. */
  void ifClosed(Watch watch, Runnable closed, Runnable stillOpen) {
    workers.execute(() -> (isOpen(watch) ? stillOpen : closed).run());
  }

  /** Who cannot find out sends on: what was begun was allowed. */
  private boolean isOpen(Watch watch) {
    try {
      return watch.open();
    } catch (RuntimeException e) {
      failures.say("cannot tell whether a transfer may go on: " + e);
      return true;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
