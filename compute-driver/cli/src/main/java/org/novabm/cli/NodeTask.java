package org.novabm.cli;

import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
    return ask(session, target, JsonMapper.shared().createObjectNode());
  }

  /**
   * Asks for it. Where another task has to end before, it is asked for once more then.
   *
   * @param more of the body
   */
  int ask(ToolContext session, String target, ObjectNode more) throws InterruptedException {
    Service service = options.open(session);
    ObjectNode body = JsonMapper.shared().createObjectNode().put("target", target);
    body.setAll(more);
    while (true) {
      JsonNode receipt =
          service.put("/v1/nodes/" + Service.element(name) + "/states/provision", body).json();
      String task = receipt.path("task").asString("");
      String note = receipt.path("note").asString("");
      if (noWait || task.isEmpty()) {
        String done = "task %s is to %s node %s".formatted(task, target, name);
        say(session, receipt, note.isEmpty() ? done : note);
        return ExitCode.OK.number();
      }
      JsonNode ended = end(service, task);
      if (ended.path("verb").asString(target).equals(target)) {
        return told(session, service, ended);
      }
    }
  }

  private int told(ToolContext session, Service service, JsonNode ended) {
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
