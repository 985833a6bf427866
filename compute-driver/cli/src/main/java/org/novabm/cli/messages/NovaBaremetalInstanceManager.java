package org.novabm.cli.messages;

import org.novabm.conf.VersionLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nova-baremetal-instancemanager}. */
@Command(
    name = "nova-baremetal-instancemanager",
    description = "Sends a compute host the messages that a scheduler sends, over AMQP.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    subcommands = {
      SpawnMessage.class,
      RebuildMessage.class,
      DestroyMessage.class,
      PowerMessages.Start.class,
      PowerMessages.Stop.class,
      PowerMessages.Reboot.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the request is on record; with --follow: it succeeded",
      "1:refused, or with --follow: it failed",
      "2:wrong usage or configuration",
      "3:broker or service do not answer"
    })
public final class NovaBaremetalInstanceManager {

  private NovaBaremetalInstanceManager() {}

  /** The command line, writing where the process writes. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new NovaBaremetalInstanceManager());
    line.setExecutionExceptionHandler(NovaBaremetalInstanceManager::explain);
    return line;
  }

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  private static int explain(Exception e, CommandLine failed, CommandLine.ParseResult parsed) {
    failed.getErr().println(failed.getCommandSpec().root().name() + ": " + e.getMessage());
    return switch (e) {
      case java.io.IOException away -> 3;
      case java.util.concurrent.TimeoutException silent -> 3;
      case IllegalArgumentException wrong -> 2;
      default -> 1;
    };
  }
}
