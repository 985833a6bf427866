package org.novabm.deploy.agent;

import java.time.InstantSource;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.OrderBook;

/**
 * The deployer {@code agent}: the machine boots our ramdisk, which fetches and writes the image.
 * Settings of {@code [deploy:agent]}: {@link AgentSettings}. Both sides must see the same image
 * cache folder.
 */
public final class AgentDeployerProvider implements DeployerProvider {

  @Override
  public String name() {
    return "agent";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("pxe", "pxe.PXE", "nova.virt.baremetal.pxe.PXE", "generic");
  }

  @Override
  public Deployer open(BackendSettings settings, OrderBook book, InstantSource time) {
    return new AgentDeployer(AgentSettings.read(settings).images(), book, time);
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException when a port is taken or not allowed
   */
  @Override
  public DeployServer serve(BackendSettings settings, OrderBook book, InstantSource time) {
    return AgentServer.start(AgentSettings.read(settings), book, time);
  }
}
