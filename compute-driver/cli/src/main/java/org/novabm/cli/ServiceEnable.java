package org.novabm.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "enable",
    description = "Lets a compute host that was drained take new instances again.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ServiceEnable implements Callable<Integer> {

  @Mixin private ServiceChange change = new ServiceChange();

  private final ToolContext session;
  private final InstantSource time;

  ServiceEnable(ToolContext session, InstantSource time) {
    this.session = session;
    this.time = time;
  }

  @Override
  public Integer call() {
    change.make(session, time, null);
    return ExitCode.OK.number();
  }
}
