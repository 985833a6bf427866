package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "clean",
    description =
        "Brings a managed node to rest (off, on no network, booting from its disk) without offering it."
            + " What is on its disks is not erased.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeClean implements Callable<Integer> {

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeClean(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return task.ask(session, ProvisionBody.to("clean"));
  }
}
