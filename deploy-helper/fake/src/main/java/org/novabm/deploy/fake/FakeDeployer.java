package org.novabm.deploy.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.AgentContact.Phase;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.OpenOrder;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.spi.deploy.Preparation;

/**
 * Answers from the order book and the clock alone. When an order will be finished stands where a
 * real deployer keeps its image.
 */
final class FakeDeployer implements Deployer {

  private static final String UNPUBLISHED = "fake";

  private final Duration delay;
  private final int failurePercent;
  private final OrderBook book;
  private final InstantSource time;

  FakeDeployer(Duration delay, int failurePercent, OrderBook book, InstantSource time) {
    this.delay = delay;
    this.failurePercent = failurePercent;
    this.book = book;
    this.time = time;
  }

  @Override
  public Preparation prepare(DeployOrder order) {
    book.put(order, AgentContact.prepared(UNPUBLISHED, order.diskBytes()));
    return new Preparation.Ready("");
  }

  @Override
  public void publish(UUID deployment, Duration window) {
    OpenOrder open = book.find(deployment);
    while (open != null) {
      if (open.contact().phase() == Phase.PUBLISHED) {
        return;
      }
      Instant now = time.instant();
      String end = now.plus(delay).toString();
      if (book.update(open, contact(open, Phase.PUBLISHED, end, now.plus(window)))) {
        return;
      }
      open = book.find(deployment);
    }
    throw new BackendException.Refused(
        "deployment " + deployment, "was never prepared; start the deployment again");
  }

  @Override
  public DeployProgress progress(UUID deployment) {
    OpenOrder open = book.find(deployment);
    if (open == null) {
      return new DeployProgress.Failed("there is no order of deployment " + deployment);
    }
    return switch (open.contact().phase()) {
      case PREPARED -> new DeployProgress.Waiting();
      case PUBLISHED, BOOTING, WRITING ->
          isOver(open) ? end(deployment) : new DeployProgress.Waiting();
      case DONE, FAILED -> end(deployment);
      case WITHDRAWN -> new DeployProgress.Failed("the order was withdrawn");
    };
  }

  private boolean isOver(OpenOrder open) {
    String end = open.contact().image();
    return end != null && !end.equals(UNPUBLISHED) && !time.instant().isBefore(Instant.parse(end));
  }

  /** The same deployment always ends the same way. */
  private DeployProgress end(UUID deployment) {
    return Math.floorMod(deployment.hashCode(), 100) < failurePercent
        ? new DeployProgress.Failed("the fake deployer fails " + failurePercent + " % on purpose")
        : new DeployProgress.Finished();
  }

  @Override
  public void withdraw(UUID deployment) {
    OpenOrder open = book.find(deployment);
    while (open != null && !book.update(open, closed(open))) {
      open = book.find(deployment);
    }
  }

  /** What is finished stays so behind the closed door. */
  private AgentContact closed(OpenOrder open) {
    boolean over = open.contact().phase() == Phase.DONE || isOver(open);
    return contact(open, over ? Phase.DONE : Phase.WITHDRAWN, open.contact().image(), null);
  }

  private static AgentContact contact(
      OpenOrder open, Phase phase, @Nullable String end, @Nullable Instant expires) {
    long total = open.contact().total();
    return new AgentContact(phase, end, null, null, null, expires, 0, total, null, null);
  }

  @Override
  public void release(UUID deployment) {
    book.remove(deployment);
  }

  @Override
  public void close() {}
}
