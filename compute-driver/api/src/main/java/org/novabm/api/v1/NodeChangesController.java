package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.api.EndpointCheck;
import org.novabm.api.KnownBackends;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.device.Devices;
import org.novabm.device.PowerBook;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.SwitchStore;
import org.novabm.rest.v1.NodeChangeBody;
import org.novabm.rest.v1.NodeView;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of nodes that are registered, also with an instance on them, but not under a task. */
@RestController
@RequestMapping("/v1/nodes")
class NodeChangesController {

  private final NodeStore nodes;
  private final HoldStore holds;
  private final BmcSecrets secrets;
  private final SwitchStore switches;
  private final TaskStore tasks;
  private final PowerBook power;
  private final Devices devices;
  private final KnownBackends backends;
  private final EndpointCheck endpoints;

  NodeChangesController(
      NodeStore nodes,
      HoldStore holds,
      BmcSecrets secrets,
      SwitchStore switches,
      TaskStore tasks,
      PowerBook power,
      Devices devices,
      KnownBackends backends,
      EndpointCheck endpoints) {
    this.nodes = nodes;
    this.holds = holds;
    this.secrets = secrets;
    this.switches = switches;
    this.tasks = tasks;
    this.power = power;
    this.devices = devices;
    this.backends = backends;
    this.endpoints = endpoints;
  }

  /**
   * Changes what is named and leaves the rest; all of it or nothing. No device is asked and no port
   * is moved. Refused with 409 while a task is under way at the node, when the version given is not
   * the stored one, and when another node has the BMC or the switch port.
   */
  @PatchMapping("/{ref}")
  NodeView change(
      @PathVariable String ref, @RequestBody NodeChangeBody body, HttpServletRequest request) {
    Node now = NodeRef.require(ref, nodes);
    Node wanted = NodeChanges.over(body, now, backends.powerManagers());
    DetailsRequests.check(now.details(), wanted.details(), backends);
    NodeDifference difference = difference(now, wanted, NodeChanges.password(body));
    List<String> fields = difference.fields();
    if (!fields.isEmpty()) {
      Audit.note(request, String.join(",", fields));
    }
    Long read = body.version();
    if (read != null && read != now.version()) {
      throw overtaken(difference, read);
    }
    return shown(fields.isEmpty() ? now : changed(difference, NodeChanges.password(body)));
  }

  private NodeDifference difference(Node stored, Node wanted, @Nullable Secret password) {
    return new NodeDifference(
        stored, wanted, password != null && !Objects.equals(password, storedPassword(stored)));
  }

  /** Null when it cannot be opened; it can be replaced all the same. */
  private @Nullable Secret storedPassword(Node node) {
    try {
      return secrets.open(node.id()).password();
    } catch (BackendException.Refused e) {
      return null;
    }
  }

  private Node changed(NodeDifference difference, @Nullable Secret password) {
    Node now = difference.stored();
    Node wanted = difference.wanted();
    refuseUnderWay(now);
    check(difference, password);
    Node stored = nodes.update(wanted, difference.newPassword() ? password : null);
    if (stored == null) {
      Node other = NodeRef.require(Long.toString(now.id()), nodes);
      throw overtaken(difference(other, wanted, password), now.version());
    }
    if (difference.newPassword()) {
      devices.changeWithPassword(now, stored);
    } else {
      devices.change(now, stored);
    }
    return stored;
  }

  private void check(NodeDifference difference, @Nullable Secret password) {
    Node wanted = difference.wanted();
    SwitchPort port = wanted.switchPort();
    if (difference.isOfSwitchPort() && port != null && switches.find(port.switchId()) == null) {
      throw Fault.field("switch_id", "names no switch: there is no switch " + port.switchId());
    }
    if (difference.isOfBmc()) {
      Secret used = password == null ? storedPassword(difference.stored()) : password;
      Field.checked(
          "power.address",
          wanted,
          node -> endpoints.node(node, used == null ? Secret.EMPTY : used));
    }
  }

  private void refuseUnderWay(Node node) {
    Task task = underWay(node);
    if (task != null) {
      throw Fault.conflict(
          "%s is under way at %s (task %s); change the node when it is over, or cancel it first"
              .formatted(task.verb().word(), node.display(), task.id()));
    }
  }

  /** A deployment claims its node a moment before it is on record as that node's task. */
  private @Nullable Task underWay(Node node) {
    Task atNode = tasks.findByNode(node.id());
    Occupant occupant = node.occupant();
    if (atNode != null || occupant == null) {
      return atNode;
    }
    Task ofInstance = tasks.findByInstance(occupant.instance());
    return ofInstance == null || !ofInstance.isLive() ? null : ofInstance;
  }

  private static Fault overtaken(NodeDifference difference, long read) {
    Node stored = difference.stored();
    String other = difference.storedText();
    return Fault.conflict(
        "%s was changed meanwhile: its version is %d, not %d%s; read it, and change it again"
            .formatted(
                stored.display(),
                stored.version(),
                read,
                other.isEmpty() ? ", and it already has what you ask for" : ", with " + other));
  }

  private NodeView shown(Node node) {
    return NodeViews.of(node, power.find(node.id()), holds.of(node.id()));
  }
}
