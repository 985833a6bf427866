package org.novabm.deploy.agent;

import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Job;

/**
 * A job of this deployer.
 *
 * @param job as it is in the book
 * @param contact what its state says
 */
record AgentJob(Job job, AgentContact contact) {

  /**
   * Reads the state.
   *
   * @throws IllegalStateException naming the job when it is not as {@link ContactText} writes it
   */
  static AgentJob of(Job job) {
    try {
      return new AgentJob(job, ContactText.read(job.state().text()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "what is kept of the job of deployment %s, %s, cannot be read: %s; cancel its task, or destroy its instance"
              .formatted(job.order().deployment(), job.order().node(), e.getMessage()),
          e);
    }
  }

  DeployOrder order() {
    return job.order();
  }
}
