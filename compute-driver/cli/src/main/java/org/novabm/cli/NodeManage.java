package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "manage",
    description =
        "Tests a node's BMC and takes the node under management: it is not available until it is "
            + "provided.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeManage implements Callable<Integer> {

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeManage(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return task.ask(session, ProvisionBody.to("manage"));
  }
}
