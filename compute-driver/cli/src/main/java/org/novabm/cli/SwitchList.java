package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.SwitchPage;
import org.novabm.rest.v1.SwitchView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    for (SwitchView it : reply.as(SwitchPage.class).switches()) {
      table.row(
          it.id(),
          it.address() + (it.port() == null ? "" : ":" + it.port()),
          it.user(),
          it.driver(),
          it.description());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK.number();
  }
}
