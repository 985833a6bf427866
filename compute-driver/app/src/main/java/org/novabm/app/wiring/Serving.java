package org.novabm.app.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.conf.settings.Settings;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.step.JobBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The ports that machines talk to, opened with the service and closed with it. */
public final class Serving implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Serving.class);

  private final EnabledDeployers deployers;
  private final Settings settings;
  private final JobBooks books;
  private final InstantSource time;
  private final List<DeployServer> servers = new ArrayList<>();

  public Serving(
      EnabledDeployers deployers, Settings settings, JobBooks books, InstantSource time) {
    this.deployers = deployers;
    this.settings = settings;
    this.books = books;
    this.time = time;
  }

  /** What machines, and image servers, can make this process hold. */
  static List<MemoryBound> bounds(EnabledDeployers deployers, Settings settings) {
    return deployers.all().stream()
        .flatMap(one -> one.bounds(settings.backends().deploy(one.name())).stream())
        .toList();
  }

  @Override
  public synchronized void start() {
    try {
      deployers.all().forEach(this::serve);
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private void serve(DeployerProvider provider) {
    String name = provider.name();
    DeployServer server = provider.serve(settings.backends().deploy(name), books.of(name), time);
    servers.add(server);
    server.listening().forEach(line -> log.info("machines are served at {} ({})", line, name));
  }

  @Override
  public synchronized void stop() {
    servers.reversed().forEach(DeployServer::close);
    servers.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !servers.isEmpty();
  }

  @Override
  public int getPhase() {
    return Phases.SERVE_MACHINES;
  }
}
