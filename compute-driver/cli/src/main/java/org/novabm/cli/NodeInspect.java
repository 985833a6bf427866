package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "inspect",
    description =
        "Asks a managed node's BMC what machine it is, and puts that into the node's properties.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeInspect implements Callable<Integer> {

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeInspect(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return task.ask(session, ProvisionBody.to("inspect"));
  }
}
