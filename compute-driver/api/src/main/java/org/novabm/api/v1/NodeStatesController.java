package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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

  private static final List<String> TARGETS = List.of("manage", "provide", "adopt", "release");
  private static final String LETS_GO = "release";

  private final NodeStore nodes;
  private final NodeDriver driver;
  private final NodeRelease release;

  NodeStatesController(NodeStore nodes, NodeDriver driver, NodeRelease release) {
    this.nodes = nodes;
    this.driver = driver;
    this.release = release;
  }

  /**
   * What is asked for.
   *
   * @param target {@code manage}: its BMC is tried, and it is offered to nobody; {@code provide}:
   *     it is made ready and offered; {@code adopt}: what runs on it becomes an instance; {@code
   *     release}: it is not believed to be busy any more
   * @param instance as what a machine that is adopted is known; with {@code adopt} alone
   * @param force releases it also with an instance on it, which is ended on record, or with a task
   *     under way, which is given up first
   * @param reason why it is released, up to 255 characters
   */
  record Wanted(
      @Nullable String target,
      @Nullable InstanceBody instance,
      @Nullable Boolean force,
      @Nullable String reason) {

    /** Whoever sends a field of another verb means that one. */
    String verb() {
      String wanted = Field.word("target", target, TARGETS);
      if (instance != null && !wanted.equals("adopt")) {
        throw Fault.field("instance", "belongs to adopt; leave it out");
      }
      if (force != null && !wanted.equals(LETS_GO)) {
        throw Fault.field("force", "belongs to release; leave it out");
      }
      if (reason != null && !wanted.equals(LETS_GO)) {
        throw Fault.field("reason", "belongs to release; leave it out");
      }
      return wanted;
    }

    ReleaseOrder order(String by) {
      return new ReleaseOrder(
          Boolean.TRUE.equals(force), by, Field.textOr("reason", reason, 255, ""));
    }
  }

  /**
   * What was made of it.
   *
   * @param href where to look for progress
   * @param note why nothing had to be done, or what is done first
   */
  record Receipt(
      @JsonProperty("node_id") long nodeId,
      @Nullable String task,
      @Nullable String href,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static Receipt of(long node, @Nullable UUID task, @Nullable String note) {
      return new Receipt(
          node,
          task == null ? null : task.toString(),
          task == null ? null : "/v1/tasks/" + task,
          note);
    }
  }

  @PutMapping("/provision")
  ResponseEntity<Receipt> provision(
      @PathVariable String ref, @RequestBody Wanted body, HttpServletRequest call) {
    String target = body.verb();
    Node node = NodeRef.require(ref, nodes);
    if (target.equals(LETS_GO)) {
      ReleaseOrder order = body.order(Audit.caller(call));
      Audit.note(call, order.force() ? "release-by-force" : target);
      return released(node.id(), release.ask(node.id(), order));
    }
    if (target.equals("adopt")) {
      InstanceBody told = body.instance() == null ? InstanceBody.NOTHING : body.instance();
      InstanceRequest what = told.toAdopted(node);
      Audit.note(call, "adopt-" + what.instance());
      return answer(ref, node.id(), driver.adopt(node.id(), what));
    }
    Audit.note(call, target);
    Verb verb = Verb.valueOf(target.toUpperCase(Locale.ROOT));
    return answer(ref, node.id(), driver.ask(node.id(), verb));
  }

  private static ResponseEntity<Receipt> answer(String ref, long node, DriverAnswer answer) {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID task) ->
          ResponseEntity.accepted().body(Receipt.of(node, task, null));
      case DriverAnswer.Already(var task, var note) ->
          ResponseEntity.ok(Receipt.of(node, task, note));
      case DriverAnswer.NotNow(var _, var note) -> throw Fault.conflict(note);
      case DriverAnswer.UnknownInstance _ -> throw NodeRef.unknown(ref);
    };
  }

  private static ResponseEntity<Receipt> released(long node, ReleaseAnswer answer) {
    return switch (answer) {
      case ReleaseAnswer.Begun(UUID task) ->
          ResponseEntity.accepted().body(Receipt.of(node, task, null));
      case ReleaseAnswer.After(UUID task, String note) ->
          ResponseEntity.accepted().body(Receipt.of(node, task, note));
      case ReleaseAnswer.Nothing(String note) -> ResponseEntity.ok(Receipt.of(node, null, note));
      case ReleaseAnswer.Refused(String note) -> throw Fault.conflict(note);
    };
  }
}
