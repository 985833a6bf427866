package org.novabm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ServicePage;
import org.novabm.rest.v1.ServiceView;
import org.novabm.service.ServiceLoad;
import org.novabm.store.JdbcServiceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = {
      "Lists the compute hosts that share the database: who acts for each, and what it has to do.",
      "A host is silent when its last sign of life, by the clock of its machine, is older than its"
          + " lease."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ServiceList implements Callable<Integer> {

  @Option(names = "--json", description = "Write JSON, as GET /v1/services answers.")
  private boolean json;

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  private final ToolContext session;
  private final InstantSource time;

  ServiceList(ToolContext session, InstantSource time) {
    this.session = session;
    this.time = time;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    List<ServiceLoad> loads =
        JdbcServiceStore.on(DatabaseOptions.open(options.settings(session)), time).loads();
    Instant now = time.instant();
    List<ServiceView> hosts = loads.stream().map(load -> ServiceLines.view(load, now)).toList();
    if (json) {
      terminal.out().println(new String(RestJson.written(new ServicePage(hosts)), UTF_8));
    } else {
      ServiceLines.table(hosts, terminal.coloured()).lines().forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }
}
