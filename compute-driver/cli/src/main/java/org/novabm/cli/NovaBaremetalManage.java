package org.novabm.cli;

import org.novabm.conf.VersionLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nova-baremetal-manage}. */
@Command(
    name = "nova-baremetal-manage",
    description = "Looks after the database nova_bm.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
public final class NovaBaremetalManage {

  private NovaBaremetalManage() {}

  /** The commands about the schema. */
  @Command(
      name = "db",
      description = "Makes, upgrades or looks at the schema.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Db {}

  static CommandLine commandLine(ToolContext session) {
    CommandLine db =
        new CommandLine(new Db())
            .addSubcommand(new DbSync(session))
            .addSubcommand(new DbVersion(session));
    return Tool.prepare(
        new CommandLine(new NovaBaremetalManage())
            .addSubcommand(db)
            .addSubcommand(new ShowVersion(session))
            .addSubcommand(new BashCompletion(session)),
        session);
  }

  public static void main(String... args) {
    System.exit(commandLine(ToolContext.system()).execute(args));
  }
}
