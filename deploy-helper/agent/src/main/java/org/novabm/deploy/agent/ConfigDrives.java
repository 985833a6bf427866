package org.novabm.deploy.agent;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Watch;
import org.novabm.deploy.image.ConfigDriveIso;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.deploy.DeployOrder;

/**
 * Config drives on their way to machines. They are made one at a time and kept in memory until they
 * are sent, since what is in them is secret; a budget bounds those of slow readers. One that is
 * larger than the budget, of an order that an earlier release took, goes when no other does.
 */
final class ConfigDrives {

  private static final Answer BUSY =
      Answers.of(new TextReply(503, "too many config drives are being sent, ask again\n"));

  private final ReentrantLock making = new ReentrantLock();
  private final ByteBudget budget;

  /**
   * None is being sent.
   *
   * @param most bytes of all of them together
   */
  ConfigDrives(int most) {
    this.budget = new ByteBudget("config drives", most);
  }

  Answer answer(DeployOrder order, Watch watch) {
    making.lock();
    try {
      int bytes = ConfigDriveIso.bytes(order.configDrive());
      ByteBudget.Share share = budget.share("deployment " + order.deployment());
      share.take(Math.min(bytes, budget.most()), Deadline.in(Duration.ZERO));
      byte[] drive = ConfigDriveIso.image(order.configDrive());
      String etag = "\"" + OneTimeSecret.digest(drive) + "\"";
      return Answers.of(drive, share::close, etag, watch);
    } catch (BackendException.Unreachable e) {
      return BUSY;
    } finally {
      making.unlock();
    }
  }
}
