package org.novabm.cli;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.novabm.cli.Service.Reply;
import org.novabm.rest.v1.NodeReceipt;
import org.novabm.rest.v1.NodeView;
import org.novabm.rest.v1.ProvisionBody;
import org.novabm.rest.v1.TaskView;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  /** Asks for it. Where another task has to end before, it is asked for once more then. */
  int ask(ToolContext session, ProvisionBody body) throws InterruptedException {
    Service service = options.open(session);
    String target = String.valueOf(body.target());
    while (true) {
      Reply reply = service.put(node() + "/states/provision", body);
      NodeReceipt receipt = reply.as(NodeReceipt.class);
      String task = receipt.task();
      if (noWait || task == null) {
        String done = "task %s is to %s node %s".formatted(task, target, name);
        say(session, reply, Objects.requireNonNullElse(receipt.note(), done));
        return ExitCode.OK.number();
      }
      Reply ended = end(service, task);
      if (ended.as(TaskView.class).verb().equals(target)) {
        return told(session, service, ended);
      }
    }
  }

  private String node() {
    return "/v1/nodes/" + Service.element(name);
  }

  private int told(ToolContext session, Service service, Reply ended) {
    TaskView task = ended.as(TaskView.class);
    boolean done = task.state().equals("done");
    String why = done ? "" : ": " + Objects.requireNonNullElse(task.reason(), "");
    String life = service.get(node()).as(NodeView.class).provisionState();
    say(session, ended, "node %s is %s%s".formatted(name, life, why));
    return (done ? ExitCode.OK : ExitCode.REFUSED).number();
  }

  private static Reply end(Service service, String task) throws InterruptedException {
    while (true) {
      Reply seen = service.get("/v1/tasks/" + task);
      if (!seen.as(TaskView.class).state().equals("running")) {
        return seen;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void say(ToolContext session, Reply reply, String text) {
    session.terminal().out().println(options.json() ? reply.text() : text);
  }
}
