package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.NodeView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows a machine, its instance, and the steps of its last task.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeShow implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeShow(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Terminal terminal = session.terminal();
    Reply reply = options.open(session).get("/v1/nodes/" + Service.element(name));
    if (options.json()) {
      terminal.out().println(reply.text());
    } else {
      new NodeText(reply.as(NodeView.class), terminal.coloured())
          .lines()
          .forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }
}
