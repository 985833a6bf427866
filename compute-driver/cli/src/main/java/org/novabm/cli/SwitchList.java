package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    description = "Lists the switches.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class SwitchList implements Callable<Integer> {

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  SwitchList(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    Reply reply = options.open(session).get("/v1/switches");
    if (options.json()) {
      terminal.out().println(reply.text());
      return ExitCode.OK.number();
    }
    Table table = new Table(terminal.coloured(), "ID", "ADDRESS", "USER", "DRIVER", "DESCRIPTION");
    for (JsonNode it : reply.json().path("switches")) {
      int port = it.path("port").asInt(0);
      table.row(
          it.path("id").asLong(),
          it.path("address").asString() + (port == 0 ? "" : ":" + port),
          it.path("user").asString(),
          it.path("driver").asString(),
          it.path("description").asString());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK.number();
  }
}
