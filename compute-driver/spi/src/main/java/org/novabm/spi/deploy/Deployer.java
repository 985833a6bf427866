package org.novabm.spi.deploy;

import java.util.UUID;
import org.novabm.spi.BackendException;

/**
 * Puts images on machines. The caller switches power and network, and has the machine boot by a
 * {@link org.novabm.spi.boot.RamdiskBoot}; a deployer has everything ready that the machine asks
 * for then. All operations are idempotent.
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

  /** What the machine reported; {@link DeployProgress.Failed} when there is no such order. */
  DeployProgress progress(UUID deployment);

  /**
   * Forgets the order and frees what it held; also when there is none. Fetching its image ends at
   * once, if no other order waits for it.
   */
  void release(UUID deployment);

  @Override
  void close();
}
