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

/** The deployer {@code fake}. Group {@code [deploy:fake]}, see {@link FakeDeployerSettings}. */
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
  public Class<? extends Record> settings() {
    return FakeDeployerSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.fake.FakeDriver");
  }

  @Override
  public Deployer open(BackendSettings settings, JobBook book, InstantSource time) {
    FakeDeployerSettings read = settings.as(FakeDeployerSettings.class);
    return new FakeDeployer(read.failurePercent(), book, time);
  }

  static Duration delay(BackendSettings settings) {
    return Duration.ofSeconds(settings.as(FakeDeployerSettings.class).delaySeconds());
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
