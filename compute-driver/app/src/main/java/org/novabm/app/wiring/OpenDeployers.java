package org.novabm.app.wiring;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.conf.settings.Settings;
import org.novabm.service.Lease;
import org.novabm.service.LeasedBoot;
import org.novabm.service.LeasedDeployer;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.JobBook;
import org.novabm.step.DeployKit;
import org.novabm.step.Deployers;
import org.novabm.step.JobBooks;

/** Opens deployers, each with its settings, its jobs and the ways to boot its ramdisk. */
record OpenDeployers(JobBooks books, Settings settings, Lease lease, InstantSource time) {

  Deployers of(EnabledDeployers enabled) {
    return new Deployers(enabled.byName(this::kit), enabled.standard(), books::maker);
  }

  private DeployKit kit(DeployerProvider provider, Map<String, RamdiskBootProvider> boots) {
    BackendSettings group = settings.backends().deploy(provider.name());
    JobBook book = books.of(provider.name());
    Map<String, RamdiskBoot> open = new TreeMap<>();
    boots.forEach(
        (name, boot) -> open.put(name, new LeasedBoot(boot.open(group, book, time), lease)));
    return new DeployKit(
        new LeasedDeployer(provider.open(group, book, time), lease), open, provider.usualBoot());
  }
}
