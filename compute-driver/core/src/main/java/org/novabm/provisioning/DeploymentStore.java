package org.novabm.provisioning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;

/**
 * Where deployments, their timelines and the notices about them are kept. Every method is a
 * transaction.
 */
public interface DeploymentStore {

  /**
   * Stores a new deployment with its notices.
   *
   * @return false when the instance has one that has not {@linkplain ProvisionState#isOver() ended}
   */
  boolean add(Deployment deployment, List<Notice> notices);

  @Nullable Deployment find(UUID id);

  /** The instance's deployment that has not ended, else its latest, else null. */
  @Nullable Deployment findByInstance(UUID instance);

  /** Newest first, at most {@code limit}; the ended ones too when wanted. */
  List<Deployment> list(boolean ended, int limit);

  /**
   * Compare-and-set: writes the deployment if its version is still the one given, together with the
   * timeline line and the notices.
   *
   * @param line the step's line, or null to leave the timeline alone; a line of the same number is
   *     replaced
   * @return the deployment with its new version, or null when somebody else wrote first
   */
  @Nullable Deployment save(Deployment deployment, @Nullable StepRecord line, List<Notice> notices);

  /** In the order of their numbers. */
  List<StepRecord> timeline(UUID deployment);
}
