package org.novabm.cli;

import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verb asked of a node, and what came of it; a picocli mixin. */
final class NodeTask {

  private static final long LOOK_MILLIS = 200;

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(
      names = "--no-wait",
      description = "Comes back as soon as it is on record, not when it is done.")
  private boolean noWait;

  @Mixin private ServiceOptions options = new ServiceOptions();

  /**
   * Asks for it.
   *
   * @param target what REST calls it
   */
  int ask(ToolContext session, String target) throws InterruptedException {
    Service service = options.open(session);
    JsonNode receipt =
        service
            .put(
                "/v1/nodes/" + Service.element(name) + "/states/provision",
                JsonMapper.shared().createObjectNode().put("target", target))
            .json();
    String task = receipt.path("task").asString("");
    if (noWait || task.isEmpty()) {
      say(session, receipt, "task %s is to %s node %s".formatted(task, target, name));
      return ExitCode.OK.number();
    }
    JsonNode ended = end(service, task);
    JsonNode node = service.get("/v1/nodes/" + Service.element(name)).json();
    boolean done = ended.path("state").asString().equals("done");
    String why = done ? "" : ": " + ended.path("reason").asString("");
    say(
        session,
        ended,
        "node %s is %s%s".formatted(name, node.path("provision_state").asString(), why));
    return (done ? ExitCode.OK : ExitCode.REFUSED).number();
  }

  private static JsonNode end(Service service, String task) throws InterruptedException {
    while (true) {
      JsonNode seen = service.get("/v1/tasks/" + task).json();
      if (!seen.path("state").asString().equals("running")) {
        return seen;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void say(ToolContext session, JsonNode json, String text) {
    session.terminal().out().println(options.json() ? json : text);
  }
}
