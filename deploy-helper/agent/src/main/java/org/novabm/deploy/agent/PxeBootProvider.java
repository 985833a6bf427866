package org.novabm.deploy.agent;

import java.time.InstantSource;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.deploy.JobBook;

/**
 * The boot back end {@code pxe} of the agent deployer: PXELINUX, iPXE and what understands them.
 */
public final class PxeBootProvider implements RamdiskBootProvider {

  static final String NAME = "pxe";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String deployer() {
    return AgentDeployerProvider.NAME;
  }

  @Override
  public RamdiskBoot open(BackendSettings settings, JobBook book, InstantSource time) {
    return new PxeBoot(AgentSettings.read(settings), book, time);
  }
}
