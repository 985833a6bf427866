package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeRelease;
import org.novabm.driver.ReleaseAnswer;
import org.novabm.driver.ReleaseOrder;
import org.novabm.instance.InstanceRequest;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.rest.v1.InstanceBody;
import org.novabm.rest.v1.NodeReceipt;
import org.novabm.rest.v1.ProvisionBody;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an operator asks of a node. 202 means on record: it will be done even if the service dies
 * now.
 */
@RestController
@RequestMapping("/v1/nodes/{ref}/states")
class NodeStatesController {

  private static final List<String> TARGETS =
      List.of("manage", "inspect", "provide", "clean", "adopt", "release");
  private static final String LETS_GO = "release";

  private final NodeStore nodes;
  private final NodeDriver driver;
  private final NodeRelease release;

  NodeStatesController(NodeStore nodes, NodeDriver driver, NodeRelease release) {
    this.nodes = nodes;
    this.driver = driver;
    this.release = release;
  }

  @PutMapping("/provision")
  ResponseEntity<NodeReceipt> provision(
      @PathVariable String ref, @RequestBody ProvisionBody body, HttpServletRequest call) {
    String target = target(body);
    Node node = NodeRef.require(ref, nodes);
    if (target.equals(LETS_GO)) {
      ReleaseOrder order = order(body, Audit.caller(call));
      Audit.note(call, order.force() ? "release-by-force" : target);
      return released(node.id(), release.ask(node.id(), order));
    }
    if (target.equals("adopt")) {
      InstanceBody told = body.instance() == null ? InstanceBody.NOTHING : body.instance();
      InstanceRequest what = InstanceRequests.adopted(told, node);
      Audit.note(call, "adopt-" + what.instance());
      return answer(ref, node.id(), driver.adopt(node.id(), what));
    }
    Audit.note(call, target);
    Verb verb = Verb.valueOf(target.toUpperCase(Locale.ROOT));
    return answer(ref, node.id(), driver.ask(node.id(), verb));
  }

  private static ResponseEntity<NodeReceipt> answer(String ref, long node, DriverAnswer answer) {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID task) ->
          ResponseEntity.accepted().body(receipt(node, task, null));
      case DriverAnswer.Already(var task, var note) -> ResponseEntity.ok(receipt(node, task, note));
      case DriverAnswer.NotNow(var _, var note) -> throw Fault.conflict(note);
      case DriverAnswer.UnknownInstance _ -> throw NodeRef.unknown(ref);
    };
  }

  private static ResponseEntity<NodeReceipt> released(long node, ReleaseAnswer answer) {
    return switch (answer) {
      case ReleaseAnswer.Begun(UUID task) ->
          ResponseEntity.accepted().body(receipt(node, task, null));
      case ReleaseAnswer.After(UUID task, String note) ->
          ResponseEntity.accepted().body(receipt(node, task, note));
      case ReleaseAnswer.Nothing(String note) -> ResponseEntity.ok(receipt(node, null, note));
      case ReleaseAnswer.Refused(String note) -> throw Fault.conflict(note);
    };
  }

  /** Whoever sends a field of another verb means that one. */
  private static String target(ProvisionBody body) {
    String wanted = Field.word("target", body.target(), TARGETS);
    if (body.instance() != null && !wanted.equals("adopt")) {
      throw Fault.field("instance", "belongs to adopt; leave it out");
    }
    if (body.force() != null && !wanted.equals(LETS_GO)) {
      throw Fault.field("force", "belongs to release; leave it out");
    }
    if (body.reason() != null && !wanted.equals(LETS_GO)) {
      throw Fault.field("reason", "belongs to release; leave it out");
    }
    return wanted;
  }

  private static ReleaseOrder order(ProvisionBody body, String by) {
    return new ReleaseOrder(
        Boolean.TRUE.equals(body.force()), by, Field.textOr("reason", body.reason(), 255, ""));
  }

  private static NodeReceipt receipt(long node, @Nullable UUID task, @Nullable String note) {
    return new NodeReceipt(
        node,
        task == null ? null : task.toString(),
        task == null ? null : "/v1/tasks/" + task,
        note);
  }
}
