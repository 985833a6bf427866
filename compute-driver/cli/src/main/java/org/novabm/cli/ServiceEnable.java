package org.novabm.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "enable",
    description = "Lets a compute host that was drained take new instances again.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ServiceEnable implements Callable<Integer> {

  @Parameters(paramLabel = "HOST", description = "The host of its nova.conf.")
  private String host = "";

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  private final ToolContext session;
  private final InstantSource time;

  ServiceEnable(ToolContext session, InstantSource time) {
    this.session = session;
    this.time = time;
  }

  @Override
  public Integer call() {
    ServiceDrain.set(options, session, time, host, null);
    session.terminal().out().printf("host %s takes new instances%n", PlainText.of(host));
    return ExitCode.OK.number();
  }
}
