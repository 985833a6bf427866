package org.novabm.deploy.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;

/**
 * Opens and closes doors on record.
 *
 * @param delay from publishing to the end of a job
 */
record FakeBoot(Duration delay, JobBook book, InstantSource time) implements RamdiskBoot {

  @Override
  public BootTarget target(UUID deployment) {
    return new BootTarget.Network();
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
      case FakeState.Open open when open.isOver(time.instant()) -> new FakeState.Done();
      case FakeState.Open _, FakeState.Prepared _, FakeState.Withdrawn _ ->
          new FakeState.Withdrawn();
    };
  }
}
