package org.novabm.cli;

import java.time.InstantSource;
import org.novabm.conf.VersionLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nova-baremetal-manage}. */
@Command(
    name = "nova-baremetal-manage",
    description = "Looks after the database nova_bm and the compute hosts that share it.",
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

  /** The commands about the compute hosts. */
  @Command(
      name = "service",
      description = "Shows the compute hosts of the database, drains and enables them.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Hosts {}

  static CommandLine commandLine(ToolContext session) {
    InstantSource time = InstantSource.system();
    CommandLine hosts =
        new CommandLine(new Hosts())
            .addSubcommand(new ServiceList(session, time))
            .addSubcommand(new ServiceDrain(session, time))
            .addSubcommand(new ServiceEnable(session, time));
    CommandLine db =
        new CommandLine(new Db())
            .addSubcommand(new DbSync(session))
            .addSubcommand(new DbVersion(session));
    return Tool.prepare(
        new CommandLine(new NovaBaremetalManage())
            .addSubcommand(db)
            .addSubcommand(hosts)
            .addSubcommand(new ShowVersion(session))
            .addSubcommand(new BashCompletion(session)),
        session);
  }

  public static void main(String... args) {
    System.exit(commandLine(ToolContext.system()).execute(args));
  }
}
