package org.novabm.app.wiring;

import java.time.InstantSource;
import java.util.List;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.conf.settings.Settings;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.step.JobBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The ports that machines talk to, opened with the service and closed with it. */
public final class Serving implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Serving.class);

  private final InstalledBackends backends;
  private final Settings settings;
  private final JobBooks books;
  private final InstantSource time;
  private volatile @org.jspecify.annotations.Nullable DeployServer server;

  public Serving(
      InstalledBackends backends, Settings settings, JobBooks books, InstantSource time) {
    this.backends = backends;
    this.settings = settings;
    this.books = books;
    this.time = time;
  }

  /** What machines, and image servers, can make this process hold. */
  static List<MemoryBound> bounds(InstalledBackends backends, Settings settings) {
    var provider = backends.deployer(settings.baremetal().deployer());
    return provider.bounds(settings.backends().deploy(provider.name()));
  }

  @Override
  public void start() {
    var provider = backends.deployer(settings.baremetal().deployer());
    DeployServer opened =
        provider.serve(
            settings.backends().deploy(provider.name()), books.of(provider.name()), time);
    opened.listening().forEach(line -> log.info("machines are served at {}", line));
    server = opened;
  }

  @Override
  public void stop() {
    DeployServer open = server;
    if (open != null) {
      open.close();
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return Phases.SERVE_MACHINES;
  }
}
