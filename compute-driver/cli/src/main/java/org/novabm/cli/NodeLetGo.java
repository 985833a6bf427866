package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "release",
    description = {
      "Releases a node that is busy on record only: it becomes manageable, and is not available. "
          + "Nothing is switched on or off, and no port is moved.",
      "With --force, its instance is ended on record; a task that is under way is aborted first, "
          + "and what it began is undone."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeLetGo implements Callable<Integer> {

  @Option(names = "--force", description = "Also with an instance on it, or with a task under way.")
  private boolean force;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why; it stays with the instance, at most 255 characters.")
  private String reason = "";

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeLetGo(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return task.ask(
        session,
        new ProvisionBody("release", null, force ? true : null, reason.isEmpty() ? null : reason));
  }
}
