package org.novabm.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "bash-completion",
    description = "Writes a script that completes these commands in bash; source it.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class BashCompletion implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<command>",
      arity = "0..1",
      description = "Only for this one, for example nova-baremetal-nodemanager.")
  private String only = "";

  private final ToolContext session;

  BashCompletion(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<CommandLine> wanted =
        Tools.all(session).stream()
            .filter(tool -> only.isEmpty() || tool.getCommandName().equals(only))
            .toList();
    if (wanted.isEmpty()) {
      throw new ToolException(
          ExitCode.USAGE, "'" + only + "' is none of these commands; leave it out for all");
    }
    wanted.forEach(
        tool -> session.terminal().out().print(AutoComplete.bash(tool.getCommandName(), tool)));
    session.terminal().out().flush();
    return ExitCode.OK.number();
  }
}
