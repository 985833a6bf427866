package org.novabm.deploy.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.JobBook;

/**
 * The deployer {@code fake}. Settings of {@code [deploy:fake]}: {@code delay_seconds} (whole
 * seconds, 0) from publishing to the end, {@code failure_percent} (0) of deployments that fail.
 */
public final class FakeDeployerProvider implements DeployerProvider {

  static final String NAME = "fake";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String usualBoot() {
    return FakeBootProvider.NAME;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.fake.FakeDriver");
  }

  @Override
  public Deployer open(BackendSettings settings, JobBook book, InstantSource time) {
    var _ = delay(settings);
    int failing = settings.number("failure_percent", 0, 0, 100);
    settings.refuseOthers();
    return new FakeDeployer(failing, book, time);
  }

  static Duration delay(BackendSettings settings) {
    return Duration.ofSeconds(settings.number("delay_seconds", 0, 0, 86_400));
  }

  @Override
  public DeployServer serve(BackendSettings settings, JobBook book, InstantSource time) {
    open(settings, book, time).close();
    return new Idle();
  }

  /** No machine comes, so nothing listens. */
  private record Idle() implements DeployServer {
    @Override
    public List<String> listening() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
