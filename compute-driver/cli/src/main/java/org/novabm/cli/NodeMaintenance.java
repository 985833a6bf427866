package org.novabm.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.HoldBody;
import org.novabm.rest.v1.MaintenanceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "maintenance",
    description = {
      "Holds a machine for maintenance: it gets no new instance, and only power verbs, destroy "
          + "and release are allowed.",
      "What is under way goes on to its end."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeMaintenance implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String node = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "The reason, for other people; 1 to 255 characters.")
  private @Nullable String reason;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "When the hold ends by itself: 30m, 2h, 7d, or a time such as 2026-03-04T05:06:07Z;"
              + " never by default.")
  private @Nullable String until;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "operator",
      description = "Which hold; a machine can have several. ${DEFAULT-VALUE} by default.")
  private String name = "operator";

  @Option(names = "--off", description = "Release the hold of that name, no matter who placed it.")
  private boolean off;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeMaintenance(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (off && (reason != null || until != null)) {
      throw new ToolException(ExitCode.USAGE, "--off is used alone, or with --name");
    }
    if (!off && reason == null) {
      throw new ToolException(ExitCode.USAGE, "say why, by --reason; or --off to release it");
    }
    String path = "/v1/nodes/" + Service.element(node) + "/maintenance";
    if (off) {
      options.open(session).delete(path + "?name=" + Service.element(name));
      if (!options.json()) {
        session.terminal().out().println("node " + node + " is not held by '" + name + "'");
      }
    } else {
      HoldBody body = body();
      Reply reply = options.open(session).put(path, body);
      lines(reply).forEach(session.terminal().out()::println);
    }
    return ExitCode.OK.number();
  }

  private HoldBody body() {
    Instant now = InstantSource.system().instant();
    return new HoldBody(reason, until == null ? null : EndTime.read(until, now).toString(), name);
  }

  private List<String> lines(Reply reply) {
    if (options.json()) {
      return List.of(reply.text());
    }
    return reply.as(MaintenanceView.class).maintenance().stream()
        .map(hold -> "node " + node + " is held by " + NodeText.hold(hold))
        .toList();
  }
}
