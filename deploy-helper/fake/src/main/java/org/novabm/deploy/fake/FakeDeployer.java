package org.novabm.deploy.fake;

import java.time.InstantSource;
import java.util.UUID;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.Preparation;

/** Answers from the job book and the clock alone. */
final class FakeDeployer implements Deployer {

  private final int failurePercent;
  private final JobBook book;
  private final InstantSource time;

  FakeDeployer(int failurePercent, JobBook book, InstantSource time) {
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
  public DeployProgress progress(UUID deployment) {
    Job job = book.find(deployment);
    if (job == null) {
      return new DeployProgress.Failed("there is no job of deployment " + deployment);
    }
    return switch (FakeState.of(job)) {
      case FakeState.Prepared() -> new DeployProgress.Waiting();
      case FakeState.Open open ->
          open.isOver(time.instant()) ? end(deployment) : new DeployProgress.Waiting();
      case FakeState.Done() -> end(deployment);
      case FakeState.Withdrawn() -> new DeployProgress.Failed("the order was withdrawn");
    };
  }

  /** The same deployment always ends the same way. */
  private DeployProgress end(UUID deployment) {
    return Math.floorMod(deployment.hashCode(), 100) < failurePercent
        ? new DeployProgress.Failed("the fake deployer fails " + failurePercent + " % on purpose")
        : new DeployProgress.Finished();
  }

  @Override
  public void release(UUID deployment) {
    book.remove(deployment);
  }

  @Override
  public void close() {}
}
