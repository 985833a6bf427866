package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "provide",
    description =
        "Prepares a managed node (off, on no network, booting from its disk) and makes it "
            + "available.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeProvide implements Callable<Integer> {

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeProvide(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return task.ask(session, ProvisionBody.to("provide"));
  }
}
