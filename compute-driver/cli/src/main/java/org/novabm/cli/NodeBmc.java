package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.BmcView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bmc",
    description = "Asks a machine's BMC for its sensors, its event log and its asset data.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeBmc implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "The newest N entries of the event log, 0 for none; ${DEFAULT-VALUE} by default.")
  private int events;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeBmc(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    Reply reply =
        options.open(session).get("/v1/nodes/" + Service.element(name) + "/bmc?events=" + events);
    if (options.json()) {
      terminal.out().println(reply.text());
    } else {
      new BmcText(reply.as(BmcView.class), terminal.coloured())
          .lines()
          .forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }
}
