package org.novabm.deploy.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.JobBook;

/**
 * Network boot: {@link AgentServer} has the boot files of a job whose door is open, by TFTP and
 * HTTP.
 */
final class PxeBoot implements RamdiskBoot {

  private final AgentSettings settings;
  private final JobBook book;
  private final AgentJobs jobs;
  private final InstantSource time;

  PxeBoot(AgentSettings settings, JobBook book, InstantSource time) {
    this.settings = settings;
    this.book = book;
    this.jobs = new AgentJobs(book);
    this.time = time;
  }

  @Override
  public BootTarget target(UUID deployment) {
    return new BootTarget.Network();
  }

  @Override
  public void publish(UUID deployment, Duration window) {
    publish(deployment, false, window);
  }

  @Override
  public void publishGuarded(UUID deployment, Duration window) {
    publish(deployment, true, window);
  }

  @Override
  public void confirm(UUID deployment) {
    AgentJob open = jobs.find(deployment);
    while (open != null) {
      Dossier dossier = Dossier.of(open.contact());
      if (!dossier.guarded()
          || jobs.update(open, Contacts.kept(open.contact(), dossier.guarded(false)))) {
        return;
      }
      open = jobs.find(deployment);
    }
  }

  private void publish(UUID deployment, boolean guarded, Duration window) {
    Instant expires = time.instant().plus(window);
    AgentJob open = jobs.find(deployment);
    while (open != null) {
      boolean opened =
          switch (open.contact().phase()) {
            case PREPARED, PUBLISHED, WITHDRAWN -> {
              Presence.require(settings, book, time);
              yield jobs.update(open, Contacts.published(open.contact(), guarded, expires));
            }
            // the machine was faster than the repetition of this call
            case BOOTING, WRITING, DONE, FAILED -> true;
          };
      if (opened) {
        return;
      }
      open = jobs.find(deployment);
    }
    throw new BackendException.Refused(
        "deployment " + deployment, "was never prepared; start the deployment again");
  }

  /** What the machine reported last stays readable behind the closed door. */
  @Override
  public void withdraw(UUID deployment) {
    AgentJob open = jobs.find(deployment);
    while (open != null) {
      Phase phase = open.contact().phase();
      boolean closed = phase == Phase.DONE || phase == Phase.FAILED || phase == Phase.WITHDRAWN;
      if (closed || jobs.update(open, Contacts.withdrawn(open.contact()))) {
        return;
      }
      open = jobs.find(deployment);
    }
  }
}
