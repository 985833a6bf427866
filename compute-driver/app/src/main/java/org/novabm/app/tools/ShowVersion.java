package org.novabm.app.tools;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Writes the version of this program.",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class)
final class ShowVersion implements Callable<Integer> {

  private final Session session;

  ShowVersion(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.terminal().out().println(String.join("\n", new ToolVersion().getVersion()));
    return ExitCode.OK.number();
  }
}
