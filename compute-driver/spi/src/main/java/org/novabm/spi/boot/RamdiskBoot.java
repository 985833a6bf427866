package org.novabm.spi.boot;

import java.time.Duration;
import java.util.UUID;
import org.novabm.spi.BackendException;

/**
 * Has machines boot the ramdisk of one deployer's jobs, in one way. The caller tells the BMC and
 * switches power and network. All operations are idempotent.
 */
public interface RamdiskBoot {

  /**
   * What the firmware has to boot for this job. Always the same for a deployment, also before it is
   * published and when there is no job any more: by it the caller knows what it may take out of a
   * drive. So the address of a medium has the deployment in it.
   */
  BootTarget target(UUID deployment);

  /**
   * Opens the door: from now the machine gets its ramdisk and a one-time secret.
   *
   * @param window how long it may take the machine to make first contact
   * @throws BackendException.Refused when the order was never prepared
   * @throws BackendException.Unreachable when nobody serves machines, or something lacks for it
   */
  void publish(UUID deployment, Duration window);

  /**
   * As {@link #publish}, but what is secret is kept back, and success not believed, until {@link
   * #confirm}: the caller can look for himself where a call came from. Those that cannot keep
   * anything back publish.
   */
  default void publishGuarded(UUID deployment, Duration window) {
    publish(deployment, window);
  }

  /** Who called is the machine; also when nothing is kept back, or there is no such job. */
  default void confirm(UUID deployment) {}

  /**
   * Closes the door: no ramdisk, no secret, no image for the machine any more; also when there is
   * no such job, or another way published it.
   */
  void withdraw(UUID deployment);
}
