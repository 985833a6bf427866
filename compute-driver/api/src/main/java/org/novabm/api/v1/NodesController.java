package org.novabm.api.v1;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.api.EndpointCheck;
import org.novabm.api.KnownBackends;
import org.novabm.api.ServiceIdentity;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.device.PowerBook;
import org.novabm.node.HoldStore;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.SwitchStore;
import org.novabm.rest.v1.InstanceView;
import org.novabm.rest.v1.NodeBody;
import org.novabm.rest.v1.NodePage;
import org.novabm.rest.v1.NodeView;
import org.novabm.rest.v1.NodesBody;
import org.novabm.spi.Secret;
import org.novabm.task.Plans;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pool. A node is named by its number, its uuid or one of its MAC addresses. */
@RestController
@RequestMapping("/v1/nodes")
class NodesController {

  private static final int MOST = 1000;

  private final NodeStore nodes;
  private final HoldStore holds;
  private final PowerBook power;
  private final SwitchStore switches;
  private final InstanceViews instances;
  private final KnownBackends backends;
  private final ServiceIdentity identity;
  private final EndpointCheck endpoints;
  private final Plans plans;

  NodesController(
      NodeStore nodes,
      HoldStore holds,
      PowerBook power,
      SwitchStore switches,
      InstanceViews instances,
      KnownBackends backends,
      ServiceIdentity identity,
      EndpointCheck endpoints,
      Plans plans) {
    this.nodes = nodes;
    this.holds = holds;
    this.power = power;
    this.switches = switches;
    this.instances = instances;
    this.backends = backends;
    this.identity = identity;
    this.endpoints = endpoints;
    this.plans = plans;
  }

  @PostMapping
  ResponseEntity<NodeView> add(@RequestBody NodeBody body) {
    NewNode asked = checked(body, new HashSet<>());
    Node stored = nodes.add(asked.node(), asked.password());
    return ResponseEntity.created(URI.create("/v1/nodes/" + stored.id()))
        .body(NodeViews.of(stored, null, List.of()));
  }

  /** Registers many, all of them or none; a thousand so take about as long as ten alone. */
  @PostMapping("/batch")
  @ResponseStatus(HttpStatus.CREATED)
  NodePage addAll(@RequestBody NodesBody body) {
    Set<Long> known = new HashSet<>();
    List<Node> stored = nodes.addAll(NodeRequests.all(body, one -> checked(one, known)));
    return new NodePage(
        stored.stream().map(node -> NodeViews.of(node, null, List.of())).toList(), null);
  }

  /**
   * What can be known to be wrong without asking a device.
   *
   * @param known switches that were looked for already
   */
  private NewNode checked(NodeBody body, Set<Long> known) {
    Node node = NodeRequests.node(body, identity.host(), backends.powerManagers());
    DetailsRequests.check(NodeDetails.NONE, node.details(), backends);
    SwitchPort port = node.switchPort();
    if (port != null && known.add(port.switchId()) && switches.find(port.switchId()) == null) {
      throw Fault.field("switch_id", "names no switch: there is no switch " + port.switchId());
    }
    Secret password = NodeRequests.password(body);
    Field.checked("power.address", node, it -> endpoints.node(it, password));
    return new NewNode(node, password);
  }

  /**
   * One page in the order of registration.
   *
   * @param limit 1 to 1000
   * @param marker the number of the last node of the page before; 0 for the first page
   */
  @GetMapping
  NodePage list(
      @RequestParam(defaultValue = "1000") int limit,
      @RequestParam(defaultValue = "0") long marker) {
    int bounded = Field.whole("limit", limit, 1, MOST);
    List<Node> page = nodes.list(marker, bounded);
    if (page.isEmpty()) {
      return NodeViews.page(page, Map.of(), Map.of(), bounded);
    }
    long first = page.getFirst().id();
    long last = page.getLast().id();
    return NodeViews.page(page, power.between(first, last), holds.between(first, last), bounded);
  }

  @GetMapping("/{ref}")
  NodeView show(@PathVariable String ref) {
    Node node = find(ref);
    return NodeViews.whole(
        node,
        power.find(node.id()),
        holds.of(node.id()),
        instanceOn(node.occupant()),
        plans.verbs());
  }

  /**
   * Takes the node out of the pool.
   *
   * @param force also when it is protected, or an instance is on it, which then is left to itself
   */
  @DeleteMapping("/{ref}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String ref, @RequestParam(defaultValue = "false") boolean force) {
    Node node = find(ref);
    String kept = node.details().protectedText();
    if (kept != null && !force) {
      throw Fault.conflict(
          "%s is %s; take its protection off first, or force the deletion"
              .formatted(node.display(), kept));
    }
    if (!nodes.delete(node.id(), force)) {
      throw NodeRef.unknown(ref);
    }
  }

  private Node find(String ref) {
    return NodeRef.require(ref, nodes);
  }

  private @Nullable InstanceView instanceOn(@Nullable Occupant occupant) {
    return occupant == null ? null : instances.find(occupant.instance());
  }
}
