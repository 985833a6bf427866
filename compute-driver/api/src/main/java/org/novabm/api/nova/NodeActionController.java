package org.novabm.api.nova;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeStore;
import org.novabm.rest.nova.BareMetalInterface;
import org.novabm.rest.nova.NodeAction;
import org.novabm.rest.nova.NodeAction.AddInterface;
import org.novabm.rest.nova.NodeAction.RemoveInterface;
import org.novabm.spi.MacAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds network cards to a node of {@code os-baremetal-nodes}, and takes them away. */
@RestController
@RequestMapping({
  "/v2/{tenant}/os-baremetal-nodes/{id}/action",
  "/v2.1/{tenant}/os-baremetal-nodes/{id}/action",
  "/v2/os-baremetal-nodes/{id}/action",
  "/v2.1/os-baremetal-nodes/{id}/action"
})
class NodeActionController {

  private final NodeStore nodes;

  NodeActionController(NodeStore nodes) {
    this.nodes = nodes;
  }

  @PostMapping
  ResponseEntity<Map<String, BareMetalInterface>> act(
      @PathVariable String id, @RequestBody NodeAction action, HttpServletRequest request) {
    AddInterface add = action.addInterface();
    RemoveInterface remove = action.removeInterface();
    if ((add == null) == (remove == null)) {
      throw Fault.badRequest("the body needs add_interface or remove_interface, and only one");
    }
    Audit.note(request, add != null ? "add_interface" : "remove_interface");
    if (add != null) {
      return ResponseEntity.ok(Map.of("interface", add(id, add)));
    }
    remove(id, Objects.requireNonNull(remove));
    return ResponseEntity.accepted().build();
  }

  private BareMetalInterface add(String id, AddInterface wanted) {
    MacAddress mac = Field.parsed("address", wanted.address(), MacAddress::ofCard);
    String datapath = wanted.datapathId();
    Integer port = wanted.portNo();
    NodeInterface card =
        new NodeInterface(
            0,
            mac,
            datapath == null ? null : Field.text("datapath_id", datapath, 255),
            port == null ? null : Field.whole("port_no", port, 0, Integer.MAX_VALUE),
            null);
    NodeInterface stored = nodes.addInterface(BareMetalNodesController.number(id), card);
    if (stored == null) {
      throw BareMetalNodesController.unknown(id);
    }
    return BareMetalViews.card(stored);
  }

  private void remove(String id, RemoveInterface wanted) {
    if (wanted.id() == null && wanted.address() == null) {
      throw Fault.badRequest("remove_interface needs an id or an address");
    }
    Node node = nodes.find(BareMetalNodesController.number(id));
    if (node == null) {
      throw BareMetalNodesController.unknown(id);
    }
    MacAddress mac =
        node.interfaces().stream()
            .filter(card -> matches(card, wanted))
            .map(NodeInterface::mac)
            .findFirst()
            .orElseThrow(() -> Fault.notFound("node " + id + " has no such interface"));
    if (!nodes.removeInterface(node.id(), mac)) {
      throw Fault.notFound("node " + id + " has no such interface");
    }
  }

  private static boolean matches(NodeInterface card, RemoveInterface wanted) {
    Long id = wanted.id();
    String address = wanted.address();
    return (id == null || card.id() == id)
        && (address == null
            || card.mac().equals(Field.parsed("address", address, MacAddress::new)));
  }
}
