package org.novabm.cli;

import java.net.http.WebSocket;
import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "console",
    description = {
      "Connects to a machine's serial console, or shows its recorded output.",
      "At the console, a tilde at the beginning of a line starts a command: "
          + EscapeKeys.HELP
          + "."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeConsoleCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(names = "--read-only", description = "Only read; leave typing to others.")
  private boolean readOnly;

  @Option(
      names = "--take-over",
      description = "End the session of a client that uses the line without the service.")
  private boolean takeOver;

  @Option(
      names = "--log",
      description =
          "Show what was recorded, without control sequences unless --json is given, and end.")
  private boolean log;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --log, only the last N lines.")
  private int lines;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeConsoleCommand(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Service service = options.open(session);
    if (log) {
      show(service.get(path() + "?lines=" + lines));
      return ExitCode.OK.number();
    }
    if (options.json()) {
      throw new ToolException(ExitCode.USAGE, "--json goes with --log; a live console has no end");
    }
    // so that a node that is not there is told as everywhere
    service.get("/v1/nodes/" + Service.element(name));
    return live(service).number();
  }

  private String path() {
    return "/v1/nodes/" + Service.element(name) + "/console";
  }

  private void show(Reply reply) {
    if (options.json()) {
      session
          .terminal()
          .out()
          .println(JsonMapper.shared().createObjectNode().put("console", reply.text()));
    } else {
      session.terminal().out().print(PlainText.of(reply.text()));
      session.terminal().out().flush();
    }
  }

  private ExitCode live(Service service) {
    LiveConsole console = new LiveConsole(session.terminal());
    String wish =
        "?role="
            + (readOnly ? "view" : "keyboard")
            + "&claim="
            + (takeOver ? "take-over" : "if-free");
    try (RawTerminal raw = RawTerminal.enter()) {
      if (raw.isOne()) {
        console.tell(EscapeKeys.HELP);
      }
      WebSocket socket = service.listen(path() + "/live" + wish, console);
      Thread.ofPlatform().daemon().name("keys").start(() -> console.follow(socket));
      return console.await();
    }
  }
}
