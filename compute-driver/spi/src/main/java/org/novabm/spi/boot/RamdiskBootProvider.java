package org.novabm.spi.boot;

import java.time.InstantSource;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.deploy.JobBook;

/**
 * Opens one way to boot the ramdisk of one deployer. Found by {@link java.util.ServiceLoader}; made
 * once a process.
 */
public interface RamdiskBootProvider {

  /** The name that nodes use, for example {@code pxe}; among those of one deployer it is unique. */
  String name();

  /** The own name of the deployer whose ramdisk this is, and whose jobs it therefore reads. */
  String deployer();

  /**
   * The side that the service tells what to boot.
   *
   * @param settings the deployer's group, {@code [deploy:DEPLOYER]}
   * @param book the deployer's jobs
   */
  RamdiskBoot open(BackendSettings settings, JobBook book, InstantSource time);
}
