package org.novabm.service;

import java.util.UUID;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Preparation;

/**
 * A deployer for the holder of a lease alone: an order that a process of before wrote anew would
 * lock out the machine that another host deploys by it now.
 *
 * @param deployer does the work
 * @param lease required for all that changes an order
 */
public record LeasedDeployer(Deployer deployer, Lease lease) implements Deployer {

  @Override
  public Preparation prepare(DeployOrder order) {
    lease.require();
    return deployer.prepare(order);
  }

  @Override
  public DeployProgress progress(UUID deployment) {
    return deployer.progress(deployment);
  }

  @Override
  public void release(UUID deployment) {
    lease.require();
    deployer.release(deployment);
  }

  @Override
  public void close() {
    deployer.close();
  }
}
