package org.novabm.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "drain",
    description = {
      "Drains a compute host: it takes no new instances and takes over no host; what is under way",
      "there goes on, and its instances are served. This lasts until enable, also over restarts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ServiceDrain implements Callable<Integer> {

  private static final int LONGEST = 255;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for others to read; at most 255 characters.",
      defaultValue = "drained by an operator")
  private String reason = "";

  @Mixin private ServiceChange change = new ServiceChange();

  private final ToolContext session;
  private final InstantSource time;

  ServiceDrain(ToolContext session, InstantSource time) {
    this.session = session;
    this.time = time;
  }

  @Override
  public Integer call() {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new ToolException(ExitCode.USAGE, "--reason must have 1 to 255 characters");
    }
    change.make(session, time, reason);
    return ExitCode.OK.number();
  }
}
