package org.novabm.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.store.JdbcServiceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "drain",
    description = {
      "Drains a compute host: it takes no new instances and takes over no host; what is under way",
      "there goes on, and its instances are served. This lasts until enable, also over restarts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class ServiceDrain implements Callable<Integer> {

  private static final int LONGEST = 255;

  @Parameters(paramLabel = "HOST", description = "The host of its nova.conf.")
  private String host = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for others to read; at most 255 characters.",
      defaultValue = "drained by an operator")
  private String reason = "";

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  private final ToolContext session;
  private final InstantSource time;

  ServiceDrain(ToolContext session, InstantSource time) {
    this.session = session;
    this.time = time;
  }

  @Override
  public Integer call() {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new ToolException(ExitCode.USAGE, "--reason must have 1 to 255 characters");
    }
    set(options, session, time, host, reason);
    session
        .terminal()
        .out()
        .printf("host %s takes no new instances: %s%n", PlainText.of(host), PlainText.of(reason));
    return ExitCode.OK.number();
  }

  /** Null lets it take them again. */
  static void set(
      DatabaseOptions options,
      ToolContext session,
      InstantSource time,
      String host,
      @org.jspecify.annotations.Nullable String why) {
    var services = JdbcServiceStore.on(DatabaseOptions.open(options.settings(session)), time);
    if (!services.drain(host, why)) {
      throw new ToolException(
          ExitCode.REFUSED,
          "no nova-compute of host %s ever ran with this database; see: nova-baremetal-manage service list"
              .formatted(host));
    }
  }
}
