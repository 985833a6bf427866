package org.novabm.spi.deploy;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.settings.NoSettings;

/**
 * Opens the deployer of one kind. Found by {@link java.util.ServiceLoader}; made once a process.
 */
public interface DeployerProvider {

  /** The name used in configuration, for example {@code agent}. */
  String name();

  /** Other names, among them dotted class names of old nova.conf files. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** The way in which its ramdisk is booted on nodes that name none; one of its own. */
  String usualBoot();

  /**
   * The record that group {@code [deploy:name]} is read into, see {@link
   * org.novabm.spi.settings.Setting}. Samples and pages are written from it.
   */
  default Class<? extends Record> settings() {
    return NoSettings.class;
  }

  /**
   * The most heap that machines and image servers can make this process hold.
   *
   * @param settings group {@code [deploy:name]}
   */
  default List<MemoryBound> bounds(BackendSettings settings) {
    return List.of();
  }

  /**
   * The side that takes orders.
   *
   * @param settings group {@code [deploy:name]}
   * @throws IllegalArgumentException naming a key that is unknown or a value that is wrong
   */
  Deployer open(BackendSettings settings, JobBook book, InstantSource time);

  /**
   * The side the machines talk to (boot files, image, call-back). Runs in nova-compute or alone in
   * nova-baremetal-deploy-helper; shares only the job book with the other side.
   *
   * @return closes its ports when closed; idle for deployers that serve nothing
   */
  DeployServer serve(BackendSettings settings, JobBook book, InstantSource time);
}
