package org.novabm.api.nova;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.api.EndpointCheck;
import org.novabm.api.GivenPasswords;
import org.novabm.api.ServiceIdentity;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.rest.nova.BareMetalNode;
import org.novabm.rest.nova.NewBareMetalNode;
import org.novabm.spi.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Nova's {@code os-baremetal-nodes} as of 2014.1, JSON only. The tenant in the path is not looked
 * at, since nodes belong to no tenant, and may be left out.
 */
@RestController
@RequestMapping({
  "/v2/{tenant}/os-baremetal-nodes",
  "/v2.1/{tenant}/os-baremetal-nodes",
  "/v2/os-baremetal-nodes",
  "/v2.1/os-baremetal-nodes"
})
class BareMetalNodesController {

  private static final int PAGE = 1000;

  private final NodeStore nodes;
  private final ServiceIdentity identity;
  private final EndpointCheck endpoints;

  BareMetalNodesController(NodeStore nodes, ServiceIdentity identity, EndpointCheck endpoints) {
    this.nodes = nodes;
    this.identity = identity;
    this.endpoints = endpoints;
  }

  /** All of them; this call has no pages. */
  @GetMapping
  Map<String, List<BareMetalNode>> list() {
    List<BareMetalNode> all = new ArrayList<>();
    List<Node> page = nodes.list(0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(node -> all.add(BareMetalViews.node(node)));
      page = page.size() < PAGE ? List.of() : nodes.list(page.getLast().id(), PAGE);
    }
    return Map.of("nodes", all);
  }

  @GetMapping("/{id}")
  Map<String, BareMetalNode> show(@PathVariable String id) {
    Node node = nodes.find(number(id));
    if (node == null) {
      throw unknown(id);
    }
    return Map.of("node", BareMetalViews.node(node));
  }

  @PostMapping
  Map<String, BareMetalNode> create(
      @RequestBody NewBareMetalNode.Envelope body, HttpServletRequest request) {
    NewBareMetalNode asked = Field.required("node", body.node());
    Node node = BareMetalRequests.node(asked, identity.host());
    Secret password = GivenPasswords.orEmpty(asked.pmPassword());
    Field.checked("pm_address", node, it -> endpoints.node(it, password));
    Node stored = nodes.add(node, password);
    Audit.note(request, "node-" + stored.id());
    return Map.of("node", BareMetalViews.node(stored));
  }

  /** Refuses a node with an instance on it, which Nova did not: it left the instance behind. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void delete(@PathVariable String id) {
    Node node = nodes.find(number(id));
    String kept = node == null ? null : node.details().protectedText();
    if (kept != null) {
      throw Fault.conflict("node " + id + " is " + kept + "; take its protection off first");
    }
    if (!nodes.delete(number(id), false)) {
      throw unknown(id);
    }
  }

  static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException _) {
      throw unknown(id);
    }
  }

  static Fault unknown(String id) {
    return Fault.notFound("there is no bare-metal node " + id);
  }
}
