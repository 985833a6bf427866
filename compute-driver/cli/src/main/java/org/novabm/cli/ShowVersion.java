package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Writes the version of this program.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ShowVersion implements Callable<Integer> {

  private final ToolContext session;

  ShowVersion(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.terminal().out().println(String.join("\n", new VersionLine().getVersion()));
    return ExitCode.OK.number();
  }
}
