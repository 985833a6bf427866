package org.novabm.cli;

import org.novabm.conf.VersionLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nova-baremetal-nodemanager}. */
@Command(
    name = "nova-baremetal-nodemanager",
    description = "Registers the machines of the pool, and shows what happens on them.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
public final class NovaBaremetalNodeManager {

  private NovaBaremetalNodeManager() {}

  static CommandLine commandLine(ToolContext session) {
    return Tool.prepare(
        new CommandLine(new NovaBaremetalNodeManager())
            .addSubcommand(new NodeAdd(session))
            .addSubcommand(new NodeList(session))
            .addSubcommand(new NodeShow(session))
            .addSubcommand(new NodeSet(session))
            .addSubcommand(new NodeMaintenance(session))
            .addSubcommand(new NodeManage(session))
            .addSubcommand(new NodeInspect(session))
            .addSubcommand(new NodeProvide(session))
            .addSubcommand(new NodeClean(session))
            .addSubcommand(new NodeAdopt(session))
            .addSubcommand(new NodeLetGo(session))
            .addSubcommand(new NodeBmc(session))
            .addSubcommand(new NodeIdentify(session))
            .addSubcommand(new NodeConsoleCommand(session))
            .addSubcommand(new NodeDelete(session)),
        session);
  }

  public static void main(String... args) {
    System.exit(commandLine(ToolContext.system()).execute(args));
  }
}
