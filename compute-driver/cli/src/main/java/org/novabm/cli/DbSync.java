package org.novabm.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.settings.Settings;
import org.novabm.store.schema.Schema;
import org.novabm.store.schema.SchemaException;
import org.novabm.store.secret.SecretBox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sync",
    description = {
      "Makes the schema, upgrades it, or takes over the nova_bm of an old Nova.",
      "Passwords in clear are encrypted on the way; make a backup before."
    })
final class DbSync implements Callable<Integer> {

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "To this version; the default is the newest. There is no downgrade.",
      converter = AtLeastOne.class)
  private @Nullable Integer version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  private final ToolContext session;

  DbSync(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings(session);
    session.terminal().out().println("configured: " + settings.inUse());
    Schema schema = new Schema(DatabaseOptions.open(settings));
    try {
      SecretBox box = new SecretBox(settings.novabm().secretKeyFile());
      schema.sync(version, box, session.terminal().out()::println);
    } catch (SchemaException | IllegalStateException e) {
      throw new ToolException(ExitCode.REFUSED, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.OK.number();
  }
}
