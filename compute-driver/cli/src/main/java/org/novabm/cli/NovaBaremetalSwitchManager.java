package org.novabm.cli;

import org.novabm.conf.VersionLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nova-baremetal-switchmanager}. */
@Command(
    name = "nova-baremetal-switchmanager",
    description = "Registers the switches that nodes are plugged in.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
public final class NovaBaremetalSwitchManager {

  private NovaBaremetalSwitchManager() {}

  static CommandLine commandLine(ToolContext session) {
    return Tool.prepare(
        new CommandLine(new NovaBaremetalSwitchManager())
            .addSubcommand(new SwitchAdd(session))
            .addSubcommand(new SwitchList(session))
            .addSubcommand(new SwitchDelete(session)),
        session);
  }

  public static void main(String... args) {
    System.exit(commandLine(ToolContext.system()).execute(args));
  }
}
