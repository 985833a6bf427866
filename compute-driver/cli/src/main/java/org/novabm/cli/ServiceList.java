package org.novabm.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.service.ServiceLoad;
import org.novabm.store.JdbcServiceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

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

  @Option(names = "--json", description = "Write JSON.")
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
    List<ServiceLine> lines = loads.stream().map(load -> ServiceLine.of(load, now)).toList();
    if (json) {
      terminal.out().println(JsonMapper.shared().writeValueAsString(new Services(lines)));
    } else {
      table(lines, terminal.coloured()).lines().forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }

  private record Services(List<ServiceLine> services) {}

  private static Table table(List<ServiceLine> lines, boolean coloured) {
    Table table =
        new Table(
            coloured, "HOST", "STATE", "SEEN", "SINCE", "NODES", "AWAY", "TASKS", "PID", "DRAINED");
    for (ServiceLine line : lines) {
      table.row(
          line.host(),
          line.state(),
          ServiceLine.orDash(line.seen()),
          ServiceLine.orDash(line.since()),
          line.nodes(),
          line.away(),
          line.tasks(),
          ServiceLine.orDash(line.pid()),
          ServiceLine.orDash(line.drained()));
    }
    return table;
  }
}
