package org.novabm.deploy.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.Preparation;

/** Answers from the job book and the clock alone. */
final class FakeDeployer implements Deployer {

  private final Duration delay;
  private final int failurePercent;
  private final JobBook book;
  private final InstantSource time;

  FakeDeployer(Duration delay, int failurePercent, JobBook book, InstantSource time) {
    this.delay = delay;
    this.failurePercent = failurePercent;
    this.book = book;
    this.time = time;
  }

  @Override
  public Preparation prepare(DeployOrder order) {
    book.put(order, new FakeState.Prepared().state());
    return new Preparation.Ready("");
  }

  @Override
  public void publish(UUID deployment, Duration window) {
    Job job = book.find(deployment);
    while (job != null) {
      FakeState open = new FakeState.Open(time.instant().plus(delay));
      if (FakeState.of(job) instanceof FakeState.Open || book.update(job, open.state())) {
        return;
      }
      job = book.find(deployment);
    }
    throw new BackendException.Refused(
        "deployment " + deployment, "was never prepared; start the deployment again");
  }

  @Override
  public DeployProgress progress(UUID deployment) {
    Job job = book.find(deployment);
    if (job == null) {
      return new DeployProgress.Failed("there is no job of deployment " + deployment);
    }
    return switch (FakeState.of(job)) {
      case FakeState.Prepared() -> new DeployProgress.Waiting();
      case FakeState.Open open -> isOver(open) ? end(deployment) : new DeployProgress.Waiting();
      case FakeState.Done() -> end(deployment);
      case FakeState.Withdrawn() -> new DeployProgress.Failed("the order was withdrawn");
    };
  }

  private boolean isOver(FakeState.Open open) {
    return !time.instant().isBefore(open.end());
  }

  /** The same deployment always ends the same way. */
  private DeployProgress end(UUID deployment) {
    return Math.floorMod(deployment.hashCode(), 100) < failurePercent
        ? new DeployProgress.Failed("the fake deployer fails " + failurePercent + " % on purpose")
        : new DeployProgress.Finished();
  }

  /** What is finished stays so behind the closed door. */
  @Override
  public void withdraw(UUID deployment) {
    Job job = book.find(deployment);
    while (job != null && !book.update(job, closed(FakeState.of(job)).state())) {
      job = book.find(deployment);
    }
  }

  private FakeState closed(FakeState state) {
    return switch (state) {
      case FakeState.Done done -> done;
      case FakeState.Open open when isOver(open) -> new FakeState.Done();
      case FakeState.Open _, FakeState.Prepared _, FakeState.Withdrawn _ ->
          new FakeState.Withdrawn();
    };
  }

  @Override
  public void release(UUID deployment) {
    book.remove(deployment);
  }

  @Override
  public void close() {}
}
