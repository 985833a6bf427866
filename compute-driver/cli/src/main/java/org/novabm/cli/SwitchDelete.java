package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description = "Forgets a switch; refused while nodes are plugged in.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class SwitchDelete implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id>",
      description = "Its number in the list.",
      converter = AtLeastOne.class)
  private int id;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  SwitchDelete(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    options.open(session).delete("/v1/switches/" + id);
    if (!options.json()) {
      session.terminal().out().println("switch " + id + " deleted");
    }
    return ExitCode.OK.number();
  }
}
