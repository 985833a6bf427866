package org.novabm.deploy.agent;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.JobState;

/** This deployer's jobs. They change by compare-and-set, again when somebody was faster. */
final class AgentJobs {

  private static final int TRIES = 50;

  private final JobBook book;

  AgentJobs(JobBook book) {
    this.book = book;
  }

  /**
   * What is to happen to a job, decided on its latest state.
   *
   * @param next the contact to write, or null to leave it
   * @param answer what to say when it is written
   */
  record Decision<T extends @Nullable Object>(@Nullable AgentContact next, T answer) {}

  /** Decides on the job of a network card; null when there is none. */
  <T extends @Nullable Object> @Nullable T ofMac(
      MacAddress mac, Function<AgentJob, Decision<T>> decide) {
    return change(() -> book.findByMac(mac), decide);
  }

  /** Decides on the job of a deployment; null when there is none. */
  <T extends @Nullable Object> @Nullable T of(
      UUID deployment, Function<AgentJob, Decision<T>> decide) {
    return change(() -> book.find(deployment), decide);
  }

  /**
   * The job of a deployment, or null.
   *
   * @throws IllegalStateException when what is kept of it cannot be read
   */
  @Nullable AgentJob find(UUID deployment) {
    Job job = book.find(deployment);
    return job == null ? null : AgentJob.of(job);
  }

  List<AgentJob> all() {
    return book.all().stream().map(AgentJob::of).toList();
  }

  void put(DeployOrder order, AgentContact contact) {
    book.put(order, state(contact));
  }

  /** False when somebody was faster, or the job is gone. */
  boolean update(AgentJob seen, AgentContact contact) {
    return book.update(seen.job(), state(contact));
  }

  /** Once all is on the disk, no file of the host that served the machine is needed any more. */
  static JobState state(AgentContact contact) {
    return new JobState(ContactText.of(contact), contact.phase() != AgentContact.Phase.DONE);
  }

  private <T extends @Nullable Object> @Nullable T change(
      Supplier<@Nullable Job> read, Function<AgentJob, Decision<T>> decide) {
    for (int i = 0; i < TRIES; i++) {
      Job job = read.get();
      if (job == null) {
        return null;
      }
      AgentJob seen = AgentJob.of(job);
      Decision<T> decision = decide.apply(seen);
      if (decision.next() == null || update(seen, decision.next())) {
        return decision.answer();
      }
    }
    throw new IllegalStateException("a job changed " + TRIES + " times while it was being read");
  }
}
