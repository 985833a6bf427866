package org.novabm.service;

import java.time.Duration;
import java.util.UUID;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.boot.RamdiskBoot;

/**
 * A way to boot for the holder of a lease alone, as {@link LeasedDeployer} is.
 *
 * @param boot does the work
 * @param lease required for all that changes a job
 */
public record LeasedBoot(RamdiskBoot boot, Lease lease) implements RamdiskBoot {

  @Override
  public BootTarget target(UUID deployment) {
    return boot.target(deployment);
  }

  @Override
  public void publish(UUID deployment, Duration window) {
    lease.require();
    boot.publish(deployment, window);
  }

  @Override
  public void publishGuarded(UUID deployment, Duration window) {
    lease.require();
    boot.publishGuarded(deployment, window);
  }

  @Override
  public void confirm(UUID deployment) {
    lease.require();
    boot.confirm(deployment);
  }

  @Override
  public void withdraw(UUID deployment) {
    lease.require();
    boot.withdraw(deployment);
  }
}
