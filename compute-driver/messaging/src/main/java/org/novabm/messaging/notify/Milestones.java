package org.novabm.messaging.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;

/**
 * Dates of an instance at the time of a notice.
 *
 * @param launched when it was first up; null when it was not
 * @param terminated when it was destroyed; null when it was not
 */
record Milestones(@Nullable Instant launched, @Nullable Instant terminated) {

  static Milestones of(Notice notice, DeploymentStore store) {
    if (notice.event().endsWith("create.end")) {
      return new Milestones(notice.at(), null);
    }
    if (notice.event().contains(".create.")) {
      return new Milestones(null, null);
    }
    boolean gone = notice.event().endsWith("delete.end");
    return new Milestones(launched(notice, store), gone ? notice.at() : null);
  }

  private static @Nullable Instant launched(Notice notice, DeploymentStore store) {
    for (StepRecord line : store.timeline(notice.deployment())) {
      if (line.state() == ProvisionState.STARTING_INSTANCE
          && line.status() == StepRecord.Status.DONE) {
        return line.ended();
      }
    }
    return null;
  }
}
