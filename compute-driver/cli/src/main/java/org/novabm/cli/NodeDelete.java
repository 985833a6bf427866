package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description = "Takes a machine out of the pool; refused while an instance is on it.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeDelete implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(
      names = "--force",
      description = "Also with an instance on it, which is then left to itself.")
  private boolean force;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeDelete(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String query = force ? "?force=true" : "";
    options.open(session).delete("/v1/nodes/" + Service.element(name) + query);
    if (!options.json()) {
      session.terminal().out().println("node " + name + " deleted");
    }
    return ExitCode.OK.number();
  }
}
