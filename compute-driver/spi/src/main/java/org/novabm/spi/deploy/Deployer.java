package org.novabm.spi.deploy;

import java.time.Duration;
import java.util.UUID;
import org.novabm.spi.BackendException;

/**
 * Puts images on machines. The caller switches power and network; a deployer only has everything
 * ready that the machine asks for once it boots from the network. All operations are idempotent.
 */
public interface Deployer extends AutoCloseable {

  /**
   * Has the image fetched and checked, and writes the job down. Comes back at once: fetching goes
   * on behind it. The caller asks again, with the same order, until the answer is {@link
   * Preparation.Ready}; its task is {@linkplain JobBook#wake woken} when that is worth while. An
   * order that nobody asks about any more is given up after some minutes, and begun anew when
   * somebody does, also in another process.
   *
   * @throws BackendException.Refused when the image is missing, has another digest or format, or
   *     does not fit
   * @throws BackendException.Unreachable when its source does not answer; asking again begins anew
   */
  Preparation prepare(DeployOrder order);

  /**
   * Opens the door: from now the machine gets its boot file and a one-time secret.
   *
   * @param window how long it may take the machine to make first contact
   * @throws BackendException.Refused when the order was never prepared
   */
  void publish(UUID deployment, Duration window);

  /**
   * As {@link #publish}, but what is secret is kept back, and success not believed, until {@link
   * #confirm}: the caller can look for himself where a call came from. Deployers that cannot keep
   * anything back publish.
   */
  default void publishGuarded(UUID deployment, Duration window) {
    publish(deployment, window);
  }

  /** Who called is the machine; also when nothing is kept back, or there is no such order. */
  default void confirm(UUID deployment) {}

  /** What the machine reported; {@link DeployProgress.Failed} when there is no such order. */
  DeployProgress progress(UUID deployment);

  /** Closes the door: no boot file, no secret, no image for the machine any more. */
  void withdraw(UUID deployment);

  /**
   * Forgets the order and frees what it held; also when there is none. Fetching its image ends at
   * once, if no other order waits for it.
   */
  void release(UUID deployment);

  @Override
  void close();
}
