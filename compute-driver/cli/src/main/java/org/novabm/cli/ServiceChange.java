package org.novabm.cli;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.novabm.service.ServiceStore;
import org.novabm.store.JdbcServiceStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A compute host that is drained or enabled in the database, with a line of it; a picocli mixin.
 */
final class ServiceChange {

  @Parameters(paramLabel = "HOST", description = "The host of its nova.conf.")
  private String host = "";

  @Mixin private DatabaseOptions options = new DatabaseOptions();

  /**
   * Does it, and tells.
   *
   * @param why null lets it take new instances again
   */
  void make(ToolContext session, InstantSource time, @Nullable String why) {
    ServiceStore services =
        JdbcServiceStore.on(DatabaseOptions.open(options.settings(session)), time);
    boolean done = services.drain(host, why);
    String call = (why == null ? "service enable " : "service drain ") + host;
    ToolAudit.change(session.environment(), call, done ? "done" : "unknown-host");
    if (!done) {
      throw new ToolException(
          ExitCode.REFUSED,
          "no nova-compute of host %s ever ran with this database; see: nova-baremetal-manage service list"
              .formatted(host));
    }
    String now =
        why == null ? "takes new instances" : "takes no new instances: " + PlainText.of(why);
    session.terminal().out().printf("host %s %s%n", PlainText.of(host), now);
  }
}
