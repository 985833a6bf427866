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
import org.novabm.lifecycle.Verb;
import org.novabm.node.NodeStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an operator asks of a node that no instance is on. 202 means on record: it will be done even
 * if the service dies now.
 */
@RestController
@RequestMapping("/v1/nodes/{ref}/states")
class NodeStatesController {

  private static final List<String> TARGETS = List.of("manage", "provide");

  private final NodeStore nodes;
  private final NodeDriver driver;

  NodeStatesController(NodeStore nodes, NodeDriver driver) {
    this.nodes = nodes;
    this.driver = driver;
  }

  /**
   * What is asked for.
   *
   * @param target {@code manage}: its BMC is tried, and it is offered to nobody; {@code provide}:
   *     it is made ready and offered
   */
  record Wanted(@Nullable String target) {}

  /**
   * What was made of it.
   *
   * @param href where to look for progress
   * @param note why nothing had to be done
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
    String target = Field.word("target", body.target(), TARGETS);
    Audit.note(call, target);
    long node = NodeRef.require(ref, nodes).id();
    return switch (driver.ask(node, Verb.valueOf(target.toUpperCase(Locale.ROOT)))) {
      case DriverAnswer.Accepted(UUID task) ->
          ResponseEntity.accepted().body(Receipt.of(node, task, null));
      case DriverAnswer.Already(var task, var note) ->
          ResponseEntity.ok(Receipt.of(node, task, note));
      case DriverAnswer.NotNow(var _, var note) -> throw Fault.conflict(note);
      case DriverAnswer.UnknownInstance _ -> throw NodeRef.unknown(ref);
    };
  }
}
