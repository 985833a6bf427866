package org.novabm.step;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.JobBook;

/** Where deployers keep their jobs: each has a book of its own, and all are one table. */
public interface JobBooks {

  /**
   * A deployer's book.
   *
   * @param deployer its own name, which stays with its jobs; no alias
   */
  JobBook of(String deployer);

  /** The own name of the deployer that made the job of this deployment; null when there is none. */
  @Nullable String maker(UUID deployment);
}
