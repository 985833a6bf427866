package org.novabm.deploy.agent;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.novabm.deploy.image.CheckedImage;
import org.novabm.deploy.image.ConfigDriveIso;
import org.novabm.deploy.image.ImageCache;
import org.novabm.deploy.image.ImageState;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.Preparation;

/** Takes orders: writes to the job book what {@link AgentServer} then serves. */
final class AgentDeployer implements Deployer {

  private final AgentSettings settings;
  private final JobBook book;
  private final AgentJobs jobs;
  private final InstantSource time;
  private final ImageCache images;

  AgentDeployer(AgentSettings settings, JobBook book, InstantSource time) {
    this.settings = settings;
    this.book = book;
    this.jobs = new AgentJobs(book);
    this.time = time;
    this.images = new ImageCache(settings.images(), () -> imagesOf(jobs), time);
  }

  private static Set<Path> imagesOf(AgentJobs jobs) {
    return jobs.all().stream()
        .map(open -> open.contact().image())
        .filter(image -> image != null)
        .map(image -> CheckedImage.parse(image).path())
        .collect(Collectors.toSet());
  }

  @Override
  public Preparation prepare(DeployOrder order) {
    UUID deployment = order.deployment();
    boolean withConfigDrive = !order.configDrive().isEmpty();
    if (withConfigDrive && !images.awaits(deployment)) {
      requireConfigDrive(order);
    }
    ImageState state =
        images.ask(deployment, order.image(), order.diskBytes(), () -> book.wake(deployment));
    return switch (state) {
      case ImageState.OnItsWay(var how) -> how;
      case ImageState.Here(var image) -> {
        image.requireFits("image for " + order.node(), order.diskBytes(), withConfigDrive);
        jobs.put(order, AgentContact.prepared(image.encoded(), image.rawBytes()));
        String doubt = image.doubt();
        String proof = order.image().proof();
        yield new Preparation.Ready(doubt.isEmpty() ? proof : proof + "; " + doubt);
      }
    };
  }

  private void requireConfigDrive(DeployOrder order) {
    try {
      int bytes = ConfigDriveIso.bytes(order.configDrive());
      int most = settings.configDriveBytes();
      if (bytes > most) {
        throw new BackendException.Refused(
            "instance " + order.instance(),
            "its config drive would have %d KiB and may have %d: give it less user data or fewer files, or raise config_drives_kib in [deploy:agent]"
                .formatted(bytes >> 10, most >> 10));
      }
    } catch (IllegalArgumentException e) {
      throw new BackendException.Refused(
          "instance " + order.instance(), String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public DeployProgress progress(UUID deployment) {
    AgentJob open = jobs.find(deployment);
    if (open == null) {
      return new DeployProgress.Failed("there is no job of deployment " + deployment);
    }
    return Report.of(open.contact(), time.instant());
  }

  @Override
  public void release(UUID deployment) {
    images.leave(deployment);
    book.remove(deployment);
  }

  @Override
  public void close() {
    images.close();
  }
}
