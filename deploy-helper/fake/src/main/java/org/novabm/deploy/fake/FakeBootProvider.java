package org.novabm.deploy.fake;

import java.time.InstantSource;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.deploy.JobBook;

/** The boot back end {@code fake} of the fake deployer. */
public final class FakeBootProvider implements RamdiskBootProvider {

  static final String NAME = "fake";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String deployer() {
    return FakeDeployerProvider.NAME;
  }

  @Override
  public RamdiskBoot open(BackendSettings settings, JobBook book, InstantSource time) {
    return new FakeBoot(FakeDeployerProvider.delay(settings), book, time);
  }
}
