package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.store.schema.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "version",
    description = "Writes the version of the schema; 0 when db sync was never run.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class DbVersion implements Callable<Integer> {

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  private final ToolContext session;

  DbVersion(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Schema schema = new Schema(DatabaseOptions.open(options.settings(session)));
    session.terminal().out().println(schema.version());
    return ExitCode.OK.number();
  }
}
